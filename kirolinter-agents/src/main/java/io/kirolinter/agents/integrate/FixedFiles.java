package io.kirolinter.agents.integrate;

import io.kirolinter.agents.fix.change.LineCount;
import io.kirolinter.agents.git.CommitDraft;
import io.kirolinter.agents.git.CommitDraft.NewContent;
import io.kirolinter.core.artifact.FixSet.FileEdit;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of a snapshot as rule after rule changes them. */
final class FixedFiles {

  private final Snapshot snapshot;
  private final Map<SourcePath, SourceText> texts = new HashMap<>();
  private final Set<RuleId> layoutOnly = new HashSet<>();

  FixedFiles(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * Applies the edits of one rule.
   *
   * @throws WorkFailedException if a file is not what its edits count on, or does not become what
   *     they should lead to
   */
  CommitDraft apply(RuleChange change, String message) {
    List<NewContent> files = new ArrayList<>();
    boolean sameCode = true;
    for (FileEdit edit : change.files()) {
      SnapshotFile file = snapshot.file(edit.path()).orElseThrow(() -> differs(edit, "not there"));
      SourceText before = before(file, edit);
      SourceText after = edited(file, before, edit);
      texts.put(edit.path(), after);
      files.add(NewContent.of(edit.path(), file.mode(), after.encode()));
      sameCode &= Layout.isAllThatDiffers(before.text(), after.text());
    }
    if (sameCode) {
      layoutOnly.add(change.rule());
    }
    return new CommitDraft(message, files);
  }

  /** {@return whether the edits of a rule that was applied have changed no more than the layout} */
  boolean isLayoutOnly(RuleId rule) {
    return layoutOnly.contains(rule);
  }

  /** {@return how many lines differ so far from the snapshot} */
  int changedLines(SourcePath path) {
    String before =
        snapshot
            .file(path)
            .flatMap(file -> SourceText.decode(snapshot.read(file)))
            .map(SourceText::text)
            .orElse("");
    return Optional.ofNullable(texts.get(path))
        .map(after -> LineCount.between(before, after.text()))
        .orElse(0);
  }

  private SourceText before(SnapshotFile file, FileEdit edit) {
    return Optional.ofNullable(texts.get(edit.path())).orElseGet(() -> decoded(file, edit));
  }

  private SourceText edited(SnapshotFile file, SourceText before, FileEdit edit) {
    boolean earlier = texts.containsKey(edit.path());
    boolean known = !earlier && edit.before().equals(file.hash());
    if (!known && !before.hash().equals(edit.before())) {
      throw differs(edit, "not the version that its edits count on");
    }
    SourceText after = before.edited(edit.edits());
    if (!after.hash().equals(edit.after())) {
      throw differs(edit, "not what the checks were run on, once it is edited");
    }
    return after;
  }

  private SourceText decoded(SnapshotFile file, FileEdit edit) {
    return SourceText.decode(snapshot.read(file)).orElseThrow(() -> differs(edit, "not UTF-8"));
  }

  private static WorkFailedException differs(FileEdit edit, String found) {
    return new WorkFailedException(
        ErrorMessage.cannot("apply", "fixes to file", edit.path().value())
            .found("it is " + found)
            .expected("content " + edit.before() + " before and " + edit.after() + " after")
            .remedy("Start a new run."));
  }
}
