package io.kirolinter.cli.trial;

import io.kirolinter.agents.git.RecentCommits;
import io.kirolinter.agents.review.JavaAnalyzer;
import io.kirolinter.analytics.evolution.Assignment;
import io.kirolinter.analytics.evolution.Era;
import io.kirolinter.analytics.evolution.Evolution;
import io.kirolinter.analytics.evolution.Lineage;
import io.kirolinter.analytics.evolution.Outcome;
import io.kirolinter.analytics.evolution.TemplateVersion;
import io.kirolinter.analytics.evolution.mining.Challengers;
import io.kirolinter.analytics.evolution.mining.Hypothesis;
import io.kirolinter.analytics.evolution.mining.PastRuns;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.template.ChosenTemplate;
import io.kirolinter.cli.template.EvolvedTemplates;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.store.Stores;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.TemplateOrigin;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The evolution of a template of a repository, with the templates, runs and trials it needs. */
public final class TemplateEvolution {

  private static final String USUAL = "full_review";
  private static final int MOST_COMMITS = 10_000;

  private final Environment environment;
  private final Wiring wiring;
  private final Repository repository;
  private final String template;
  private final Evolution evolution;

  private TemplateEvolution(
      Environment environment, Wiring wiring, Repository repository, String template) {
    this.environment = environment;
    this.wiring = wiring;
    this.repository = repository;
    this.template = template;
    evolution =
        Evolution.of(wiring.stores().experiments(), repository.id(), template, environment.clock());
  }

  /**
   * {@return the evolution of a template}
   *
   * @param template empty for the one of this repository that began to evolve last, or full_review
   * @throws InvalidRequestException if there is no such template, or it cannot evolve
   */
  public static TemplateEvolution of(
      Environment environment, Wiring wiring, Repository repository, Optional<String> template) {
    String name =
        template.orElseGet(
            () ->
                Evolution.templates(wiring.stores().experiments(), repository.id()).stream()
                    .findFirst()
                    .orElse(USUAL));
    TemplateEvolution found = new TemplateEvolution(environment, wiring, repository, name);
    found.version(name, TemplateVersion.BASE);
    return found;
  }

  public String template() {
    return template;
  }

  /** {@return where it stands; empty if it has not begun} */
  public Optional<Lineage> lineage() {
    return evolution.lineage();
  }

  /** Begins it, or takes note of a new version of the tool or the template. */
  public Lineage begin(long seed) {
    return evolution.begin(version(template, TemplateVersion.BASE), seed, toolVersion());
  }

  /** {@return the lineage after these templates were set against the champion} */
  public Lineage challenge(List<String> names) {
    return evolution.challenge(
        names.stream().map(name -> version(name, "template '%s'".formatted(name))).toList());
  }

  public Lineage drop(String version) {
    return evolution.drop(version);
  }

  public Lineage inBackground(boolean on) {
    return evolution.inBackground(on);
  }

  /**
   * What the runs of the past suggest.
   *
   * @param runs how many runs were looked at
   * @param challengers made of the hypotheses, as far as they can be run and are new
   */
  public record Mined(int runs, List<Hypothesis> hypotheses, List<TemplateVersion> challengers) {}

  /** Looks for challengers in the runs so far, of all repositories, and sets them to work. */
  public Mined mine() {
    PastRuns past = pastRuns(wiring.stores());
    List<Hypothesis> hypotheses = past.hypotheses();
    Lineage lineage = evolution.lineage().orElseThrow();
    Challengers challengers = Challengers.of(lineage.version(lineage.champion()), past);
    List<TemplateVersion> made =
        hypotheses.stream()
            .flatMap(hypothesis -> challengers.from(hypothesis).stream())
            .filter(version -> isNew(version, lineage) && canRun(version))
            .limit(room(lineage))
            .toList();
    if (!made.isEmpty()) {
      evolution.challenge(made);
    }
    return new Mined(past.size(), hypotheses, made);
  }

  private static PastRuns pastRuns(Stores stores) {
    return PastRuns.of(
        stores.journal().list(RunQuery.newest(Integer.MAX_VALUE)).stream()
            .filter(TemplateEvolution::fixes)
            .flatMap(run -> observed(run, stores).stream())
            .toList());
  }

  /** A dry run, or one without fixes, had no chance to be useful. */
  private static boolean fixes(Run run) {
    return run.plan().options().apply() != ApplyTarget.NONE
        && run.plan().steps().stream().anyMatch(step -> step.name().equals("fix"));
  }

  private static Optional<PastRuns.Observed> observed(Run run, Stores stores) {
    Outcome outcome = Outcome.of(run, stores.journal().artifacts(run.id()));
    return PastRuns.Observed.of(run, outcome.useful());
  }

  private static boolean isNew(TemplateVersion version, Lineage lineage) {
    return lineage.versions().stream().map(TemplateVersion::name).noneMatch(version.name()::equals);
  }

  private static int room(Lineage lineage) {
    return Era.MOST_CHALLENGERS - lineage.era().challengers().size();
  }

  private boolean canRun(TemplateVersion version) {
    try {
      Wiring.templates(environment).check(EvolvedTemplates.template(version.name(), version));
      return true;
    } catch (InvalidRequestException e) {
      return false; // such as a step moved before what it requires
    }
  }

  /** Hears of each run that has ended. */
  @FunctionalInterface
  public interface Progress {
    void ended(Assignment run, Outcome outcome, Lineage lineage);
  }

  /**
   * Runs versions as they are drawn, each on a commit that no run of this lineage was on, the
   * newest first. What has ended is kept, also if this is interrupted.
   *
   * @return how many runs came about; fewer than wanted if there are no more such commits
   */
  public int run(int wanted, Progress progress) throws InterruptedException, IOException {
    VersionTrials trials = new VersionTrials(environment, repository);
    Deque<CommitId> commits = freshCommits();
    for (int i = 0; i < wanted; i++) {
      Lineage before = evolution.lineage().orElseThrow();
      if (before.pending().isEmpty() && commits.isEmpty()) {
        return i;
      }
      Assignment run =
          before.pending().isPresent()
              ? before.pending().get()
              : evolution.assign(commits.removeFirst().value());
      Outcome outcome = trials.run(before.version(run.version()), commitOf(run));
      progress.ended(run, outcome, evolution.record(run.run(), outcome));
    }
    return wanted;
  }

  private Deque<CommitId> freshCommits() {
    Set<String> used = evolution.lineage().orElseThrow().subjects();
    CommitId head = ExperimentPlaces.commitOf(repository);
    Predicate<CommitId> fresh = commit -> !used.contains(commit.value());
    return new ArrayDeque<>(
        RecentCommits.of(repository, head, MOST_COMMITS).stream().filter(fresh).toList());
  }

  private CommitId commitOf(Assignment run) {
    return Stream.of(run.subject())
        .filter(subject -> subject.matches("[0-9a-f]{40}|[0-9a-f]{64}"))
        .map(CommitId::new)
        .findFirst()
        .orElseGet(() -> ExperimentPlaces.commitOf(repository));
  }

  private TemplateVersion version(String name, String origin) {
    ChosenTemplate chosen = Wiring.templates(environment).choose(name, repository);
    Template found = chosen.template();
    if (chosen.origin() == TemplateOrigin.REPOSITORY) {
      throw refused(
          name,
          "it is defined by the repository, whose next commit may change it",
          "a template that is built in, or your own",
          "Keep it as your own with 'kirolinter agent templates add FILE'.");
    }
    if (!found.stepNames().contains("fix")) {
      throw refused(
          name,
          "it has no step 'fix', and a run is useful by what it fixes",
          "a template that fixes",
          "Choose another one; 'kirolinter agent templates' lists them.");
    }
    return new TemplateVersion(template, found.steps(), found.scope(), origin);
  }

  private static InvalidRequestException refused(
      String name, String found, String expected, String remedy) {
    return new InvalidRequestException(
        ErrorMessage.cannot("evolve", "template", name)
            .found(found)
            .expected(expected)
            .remedy(remedy));
  }

  /** Another release or rule set does other things with the same template. */
  private static String toolVersion() {
    String release =
        Optional.ofNullable(TemplateEvolution.class.getPackage().getImplementationVersion())
            .orElse("development");
    return release + " " + JavaAnalyzer.withAllRules(1).version().orElse("");
  }
}
