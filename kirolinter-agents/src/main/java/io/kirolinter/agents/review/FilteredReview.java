package io.kirolinter.agents.review;

import io.kirolinter.agents.baseline.Baseline;
import io.kirolinter.agents.baseline.BaselineMatch;
import io.kirolinter.agents.baseline.BaselineStore;
import io.kirolinter.agents.git.ChangedLines;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.FileReport;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.source.SourcePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A review of what is asked for: without excluded and generated files, suppressed findings, lines
 * that have not changed, and findings known of old.
 */
public final class FilteredReview {

  /**
   * What is left.
   *
   * @param remarks what was left out, in sentences for people
   */
  public record Filtered(AnalysisReport report, List<String> remarks) {

    public Filtered {
      remarks = List.copyOf(remarks);
    }
  }

  private final CodeReview review;
  private final ReviewOptions options;
  private final Optional<ChangedLines> changed;

  private FilteredReview(CodeReview review, ReviewOptions options, Optional<ChangedLines> changed) {
    this.review = review;
    this.options = options;
    this.changed = changed;
  }

  /**
   * {@return the review with these options}
   *
   * @throws InvalidRequestException if the options contradict each other, or name a commit that is
   *     not there
   */
  public static FilteredReview of(CodeReview review, ReviewOptions options) {
    if (options.writeBaseline().isPresent() && options.changedSince().isPresent()) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("use", "option", "--write-baseline")
              .found("--changed-only looks at changed lines only")
              .expected("a baseline of all findings")
              .remedy("Leave one of the two out."));
    }
    return new FilteredReview(
        review,
        options,
        options.changedSince().map(base -> ChangedLines.since(review.repository(), base)));
  }

  /** {@return the files on disk, or only those with changes; whoever takes it closes it} */
  public Snapshot snapshot() {
    return changed.map(ChangedLines::snapshot).orElseGet(review::snapshot);
  }

  /**
   * {@return what is found, filtered; writes the baseline if that is asked for}
   *
   * @throws InvalidRequestException if settings are wrong, or the baseline is missing or none
   */
  public Filtered report(Snapshot snapshot, Scope scope) {
    FindingFilter filter =
        FindingFilter.of(snapshot, options.above(), options.ofUser(), options.names());
    Scope wanted = filter.widened(scope);
    List<String> remarks = new ArrayList<>();
    AnalysisReport all = review.report(snapshot, wanted, file -> filter.analyses(file.path()));
    AnalysisReport shown = only(all, one -> filter.shows(one) && hasChanged(one));
    changed.ifPresent(lines -> remarks.add(remarkOn(lines)));
    return settled(shown, new Request(snapshot, wanted, filter.settings()), remarks);
  }

  private record Request(Snapshot snapshot, Scope scope, Settings settings) {}

  private boolean hasChanged(Finding finding) {
    return changed.map(lines -> lines.touch(finding.path(), finding.range())).orElse(true);
  }

  private static String remarkOn(ChangedLines lines) {
    return "Only lines changed since %s count, in %s."
        .formatted(lines.base(), Counted.of(lines.files().size(), "file"));
  }

  private Filtered settled(AnalysisReport report, Request request, List<String> remarks) {
    if (options.writeBaseline().isPresent()) {
      remarks.add(write(report, request, options.writeBaseline().get()));
      return new Filtered(only(report, finding -> false), remarks);
    }
    Optional<Path> file = options.baseline().or(() -> named(request.settings()));
    return file.map(path -> without(BaselineStore.read(path), path, report, request, remarks))
        .orElse(new Filtered(report, remarks));
  }

  private Filtered without(
      Baseline baseline, Path file, AnalysisReport report, Request request, List<String> remarks) {
    BaselineMatch match = baseline.match(report.findings(), request.snapshot(), this::exists);
    Set<Finding> fresh = Collections.newSetFromMap(new IdentityHashMap<>());
    fresh.addAll(match.fresh());
    int gone = changed.isPresent() ? 0 : match.gone(lookedFor(report, request.scope()));
    remarks.add(remarkOn(match.known(), gone, file));
    return new Filtered(only(report, fresh::contains), remarks);
  }

  private static String remarkOn(int known, int gone, Path file) {
    String rest =
        gone == 0
            ? ""
            : " %d of its entries %s gone: --write-baseline drops them."
                .formatted(gone, gone == 1 ? "is" : "are");
    return "%s known of old hidden, by %s.%s".formatted(Counted.of(known, "finding"), file, rest);
  }

  /** What this review did not look at stays in the baseline. */
  private String write(AnalysisReport report, Request request, Path asked) {
    Path file = asked.toString().isEmpty() ? usual(request.settings()) : asked;
    Baseline old = BaselineStore.readIfThere(file);
    BiPredicate<RuleId, SourcePath> looked = lookedFor(report, request.scope());
    Baseline all = Baseline.of(report.findings(), request.snapshot()).keeping(old, looked.negate());
    BaselineStore.write(file, all);
    String inUse = named(request.settings()).equals(Optional.of(file)) ? "" : howToUse(file);
    return "Wrote %s to %s.%s".formatted(Counted.of(all.size(), "finding"), file, inUse);
  }

  private String howToUse(Path file) {
    Path root = review.repository().location();
    return file.startsWith(root)
        ? " Use it by 'baseline: %s' in .kirolinter.yaml, or --baseline."
            .formatted(root.relativize(file).toString().replace('\\', '/'))
        : " Use it by --baseline.";
  }

  private Path usual(Settings settings) {
    return named(settings)
        .orElseGet(() -> BaselineStore.place(review.repository().location(), Baseline.USUAL_FILE));
  }

  private Optional<Path> named(Settings settings) {
    return settings
        .baseline()
        .map(path -> BaselineStore.place(review.repository().location(), path));
  }

  private BiPredicate<RuleId, SourcePath> lookedFor(AnalysisReport report, Scope scope) {
    Set<RuleId> rules = review.rulesIn(scope);
    Set<SourcePath> files =
        report.files().stream()
            .map(FileReport::path)
            .collect(Collectors.toCollection(HashSet::new));
    return (rule, path) ->
        rules.contains(rule) && (files.contains(path) || (review.covers(path) && !exists(path)));
  }

  private boolean exists(SourcePath path) {
    return Files.isRegularFile(review.repository().location().resolve(path.value()));
  }

  private static AnalysisReport only(AnalysisReport report, Predicate<Finding> wanted) {
    return report.withFiles(report.files().stream().map(file -> file.only(wanted)).toList());
  }
}
