package io.kirolinter.agents.outcome;

import io.kirolinter.agents.fix.change.FixedFile;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import io.kirolinter.core.artifact.Proposal;
import io.kirolinter.core.experience.Fate;
import io.kirolinter.core.experience.FixFates;
import io.kirolinter.core.experience.FixTrace;
import io.kirolinter.core.experience.TextMark;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.StepContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is kept of the fixes that a run leaves for people, so that their fate can be seen later. */
public final class FixTraces {

  private static final int PLACE_LENGTH = 16;

  private FixTraces() {}

  /** Remembers fixes that wait on a branch. */
  public static void proposed(StepContext context, FixSet fixes, Proposal proposal) {
    remember(context, fixes, Optional.of(proposal.branch()), Optional.of(proposal.head()));
  }

  /** Remembers fixes that were written to the checkout. */
  public static void written(StepContext context, FixSet fixes) {
    remember(context, fixes, Optional.empty(), Optional.empty());
  }

  /** Remembers that a run has cleaned up after itself: nobody has decided about its fixes. */
  public static void withdrawn(StepContext context) {
    FixFates fates = FixFates.of(context.memory(), context.repository().id());
    fates.all().stream()
        .filter(one -> one.trace().run().equals(context.runId()) && one.fate() == Fate.OPEN)
        .forEach(
            one ->
                fates.changed(
                    one,
                    Fate.WITHDRAWN,
                    "the run took it back",
                    Optional.empty(),
                    context.clock().instant()));
  }

  /**
   * {@return a name for the copy of a repository that lies at a place, which does not tell where}
   */
  static String placeOf(Repository repository) {
    byte[] location = repository.location().toString().getBytes(StandardCharsets.UTF_8);
    return ContentHash.of(location).value().substring(0, PLACE_LENGTH);
  }

  private static void remember(
      StepContext context, FixSet fixes, Optional<String> branch, Optional<CommitId> head) {
    Optional<CommitId> base = context.plan().baseCommit();
    if (base.isEmpty()) {
      return; // nobody could tell later what has changed since
    }
    Map<SourcePath, FixedFile> files = new HashMap<>();
    FixedFile.of(context.snapshot(), fixes).forEach(file -> files.put(file.path(), file));
    List<FixTrace> traces = new ArrayList<>();
    for (RuleChange change : fixes.changes()) {
      for (AppliedFix fix : change.fixes()) {
        mark(files.get(fix.path()), fix.line())
            .map(
                after ->
                    new FixTrace(
                        change.rule(),
                        fix.fingerprint(),
                        fix.path(),
                        context.runId(),
                        branch,
                        placeOf(context.repository()),
                        base.get(),
                        head,
                        after,
                        context.clock().instant()))
            .ifPresent(traces::add);
      }
    }
    FixFates.of(context.memory(), context.repository().id())
        .proposed(context.runId(), branch, traces);
  }

  /** The changed lines that are nearest to the finding, with the line before and behind. */
  private static Optional<TextMark> mark(@Nullable FixedFile file, int line) {
    return Optional.ofNullable(file)
        .flatMap(one -> ChangedText.nearest(one.before().text(), one.after().text(), line))
        .flatMap(ChangedText::mark);
  }
}
