package io.kirolinter.agents.baseline;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourcePath;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The findings that a project knew at one moment. They are recognised after the code around them
 * has moved or changed, in a renamed method, and in a renamed file; each entry stands for one
 * finding, so that a second one of the same kind in the same place is new. Immutable.
 */
public final class Baseline {

  /** The file that is written if nobody names another. */
  public static final SourcePath USUAL_FILE = SourcePath.of(".kirolinter-baseline.json");

  private static final Baseline EMPTY = new Baseline(List.of());

  private final List<BaselineEntry> entries;

  private Baseline(List<BaselineEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** {@return a baseline that knows nothing} */
  public static Baseline empty() {
    return EMPTY;
  }

  /** {@return a baseline that knows these findings of a snapshot} */
  public static Baseline of(Collection<Finding> findings, Snapshot snapshot) {
    FlaggedTexts texts = new FlaggedTexts(snapshot);
    return new Baseline(findings.stream().map(texts::entryFor).toList());
  }

  /**
   * {@return what a file holds}
   *
   * @param name how people know the file
   * @throws InvalidRequestException if it is no baseline
   */
  public static Baseline read(String name, byte[] content) {
    return new Baseline(BaselineFile.read(name, content));
  }

  /** {@return the error that a baseline is not there, and how to make one} */
  public static InvalidRequestException missing(String name) {
    return new InvalidRequestException(
        ErrorMessage.cannot("read", "baseline", name)
            .found("there is no such file")
            .expected("a file that --write-baseline wrote")
            .remedy("Run 'kirolinter analyze --write-baseline=" + name + "' first."));
  }

  /** {@return the content of a file that {@link #read} reads; equal for equal baselines} */
  public String written() {
    return BaselineFile.write(entries);
  }

  public int size() {
    return entries.size();
  }

  /** {@return this baseline with the entries of another one that {@code kept} names} */
  public Baseline keeping(Baseline other, BiPredicate<RuleId, SourcePath> kept) {
    return new Baseline(
        Stream.concat(
                entries.stream(),
                other.entries.stream().filter(one -> kept.test(one.rule(), one.path())))
            .toList());
  }

  /**
   * {@return which findings are new, and which entries found nothing}
   *
   * @param snapshot where the findings are
   * @param exists whether the repository still has a file; one that is gone may have been renamed
   */
  public BaselineMatch match(
      List<Finding> findings, Snapshot snapshot, Predicate<SourcePath> exists) {
    return new BaselineMatching(findings, entries, new FlaggedTexts(snapshot)).run(exists);
  }
}
