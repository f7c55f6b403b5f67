package io.kirolinter.core.settings;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.analysis.Scope.SourceSets;
import io.kirolinter.core.experience.Experience.Sharing;
import io.kirolinter.core.source.PathGlob;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.template.TemplateDefinition;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a repository, or its user, settles once for all runs. What is left empty is decided
 * elsewhere: the command line wins over the repository, the repository over the user.
 *
 * @param analyzers which analyzers run, such as {@code java} or {@code sarif=build/found.sarif};
 *     empty for the usual ones
 * @param pmdRulesets which rule sets PMD takes; empty for the bundled one
 * @param exclude files that are not analysed
 * @param suppress findings that are not shown
 * @param baseline the file in the repository that holds the findings known of old
 * @param verify the command that passes on good code; where it comes from the repository, it runs
 *     only if the user trusts that repository
 * @param generated files that are generated, on top of those that are recognised
 * @param sources whether test code is analysed too
 * @param notices who is told what the notifier has to tell
 * @param templates templates of the file's own, whose steps are not checked yet
 * @param proposals how branches are proposed on a forge
 * @param background when jobs may not start; in the file of a user only
 * @param shared what repositories learn from each other; in the file of a user only
 */
public record Settings(
    List<String> analyzers,
    List<String> pmdRulesets,
    List<PathGlob> exclude,
    List<Suppression> suppress,
    Optional<SourcePath> baseline,
    Optional<String> verify,
    List<PathGlob> generated,
    Optional<SourceSets> sources,
    List<NotifyEntry> notices,
    List<TemplateDefinition> templates,
    ProposalSettings proposals,
    Optional<BackgroundLimits> background,
    Optional<Sharing> shared) {

  /** The settings of a repository, at its top. */
  public static final SourcePath REPOSITORY_FILE = SourcePath.of(".kirolinter.yaml");

  /** The settings of a user, in the data folder. */
  public static final String USER_FILE = "config.yaml";

  private static final Settings NONE =
      new Settings(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          List.of(),
          List.of(),
          ProposalSettings.none(),
          Optional.empty(),
          Optional.empty());

  public Settings {
    analyzers = List.copyOf(analyzers);
    pmdRulesets = List.copyOf(pmdRulesets);
    exclude = List.copyOf(exclude);
    suppress = List.copyOf(suppress);
    requireNonNull(baseline, "baseline");
    requireNonNull(verify, "verify");
    generated = List.copyOf(generated);
    requireNonNull(sources, "sources");
    notices = List.copyOf(notices);
    templates = List.copyOf(templates);
    requireNonNull(proposals, "proposals");
    requireNonNull(background, "background");
    requireNonNull(shared, "shared");
    if (verify.map(String::isBlank).orElse(false)) {
      throw new IllegalArgumentException("verify is a command, was blank");
    }
  }

  /** {@return settings that settle nothing} */
  public static Settings none() {
    return NONE;
  }

  /**
   * {@return these settings, completed by those of less weight; {@code exclude}, {@code suppress},
   * {@code generated}, {@code notify} and {@code templates} add up}
   */
  public Settings over(Settings lower) {
    return new Settings(
        analyzers.isEmpty() ? lower.analyzers : analyzers,
        pmdRulesets.isEmpty() ? lower.pmdRulesets : pmdRulesets,
        both(exclude, lower.exclude),
        both(suppress, lower.suppress),
        baseline.or(() -> lower.baseline),
        verify.or(() -> lower.verify),
        both(generated, lower.generated),
        sources.or(() -> lower.sources),
        both(notices, lower.notices),
        both(templates, lower.templates),
        proposals.over(lower.proposals),
        background.or(() -> lower.background),
        shared.or(() -> lower.shared));
  }

  public Settings withAnalyzers(List<String> names) {
    return with(draft -> draft.analyzers = names);
  }

  public Settings withPmdRulesets(List<String> names) {
    return with(draft -> draft.pmdRulesets = names);
  }

  public Settings withExclude(List<PathGlob> globs) {
    return with(draft -> draft.exclude = globs);
  }

  public Settings withSuppress(List<Suppression> unwanted) {
    return with(draft -> draft.suppress = unwanted);
  }

  public Settings withBaseline(SourcePath file) {
    return with(draft -> draft.baseline = Optional.of(file));
  }

  public Settings withVerify(String command) {
    return with(draft -> draft.verify = Optional.of(command));
  }

  /** {@return these settings without a verify command, as for a repository that is not trusted} */
  public Settings withoutVerify() {
    return with(draft -> draft.verify = Optional.empty());
  }

  public Settings withGenerated(List<PathGlob> globs) {
    return with(draft -> draft.generated = globs);
  }

  public Settings withSources(SourceSets wanted) {
    return with(draft -> draft.sources = Optional.of(wanted));
  }

  public Settings withNotices(List<NotifyEntry> entries) {
    return with(draft -> draft.notices = entries);
  }

  public Settings withTemplates(List<TemplateDefinition> defined) {
    return with(draft -> draft.templates = defined);
  }

  public Settings withProposals(ProposalSettings how) {
    return with(draft -> draft.proposals = how);
  }

  public Settings withBackground(BackgroundLimits limits) {
    return with(draft -> draft.background = Optional.of(limits));
  }

  public Settings withShared(Sharing what) {
    return with(draft -> draft.shared = Optional.of(what));
  }

  /** {@return what repositories learn from each other; usually nothing} */
  public Sharing sharing() {
    return shared.orElse(Sharing.NOTHING);
  }

  private Settings with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings();
  }

  private static <T> List<T> both(List<T> some, List<T> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().toList();
  }

  /** Settings of which one part is about to be replaced. */
  private static final class Draft {

    private List<String> analyzers;
    private List<String> pmdRulesets;
    private List<PathGlob> exclude;
    private List<Suppression> suppress;
    private Optional<SourcePath> baseline;
    private Optional<String> verify;
    private List<PathGlob> generated;
    private Optional<SourceSets> sources;
    private List<NotifyEntry> notices;
    private List<TemplateDefinition> templates;
    private ProposalSettings proposals;
    private Optional<BackgroundLimits> background;
    private Optional<Sharing> shared;

    Draft(Settings settings) {
      analyzers = settings.analyzers;
      pmdRulesets = settings.pmdRulesets;
      exclude = settings.exclude;
      suppress = settings.suppress;
      baseline = settings.baseline;
      verify = settings.verify;
      generated = settings.generated;
      sources = settings.sources;
      notices = settings.notices;
      templates = settings.templates;
      proposals = settings.proposals;
      background = settings.background;
      shared = settings.shared;
    }

    Settings settings() {
      return new Settings(
          analyzers,
          pmdRulesets,
          exclude,
          suppress,
          baseline,
          verify,
          generated,
          sources,
          notices,
          templates,
          proposals,
          background,
          shared);
    }
  }
}
