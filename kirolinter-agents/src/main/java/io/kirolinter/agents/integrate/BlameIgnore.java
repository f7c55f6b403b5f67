package io.kirolinter.agents.integrate;

import io.kirolinter.agents.git.CommitDraft;
import io.kirolinter.agents.git.CommitDraft.NewContent;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.repository.SnapshotFile.FileMode;
import io.kirolinter.core.settings.ProposalSettings;
import io.kirolinter.core.source.SourcePath;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The file that tells {@code git blame} which commits nobody wants to see. */
final class BlameIgnore {

  static final SourcePath FILE = SourcePath.of(".git-blame-ignore-revs");

  private static final int LARGEST = 1 << 20;

  private final Snapshot snapshot;
  private final ProposalSettings settings;

  /**
   * Looks at the file of a snapshot.
   *
   * @param settings whether it is to be written; where they do not say, it is if it is there
   */
  BlameIgnore(Snapshot snapshot, ProposalSettings settings) {
    this.snapshot = snapshot;
    this.settings = settings;
  }

  /** A commit to be ignored. */
  record Entry(String subject, CommitId commit) {

    String written() {
      return "# KiroLinter: " + Wording.line(subject) + "\n" + commit + "\n";
    }
  }

  /**
   * {@return the commit that adds entries; empty if there are none, or nobody wants them}
   *
   * @param message of the commit
   */
  Optional<CommitDraft> adding(List<Entry> entries, String message) {
    Optional<SnapshotFile> file = snapshot.file(FILE);
    boolean wanted = settings.blameIgnore().orElse(file.isPresent());
    boolean fits = file.map(one -> one.size() <= LARGEST).orElse(true);
    return wanted && fits && !entries.isEmpty()
        ? Optional.of(
            new CommitDraft(
                message, List.of(NewContent.of(FILE, mode(file), content(file, entries)))))
        : Optional.empty();
  }

  private static FileMode mode(Optional<SnapshotFile> file) {
    return file.map(SnapshotFile::mode).orElse(FileMode.REGULAR);
  }

  private byte[] content(Optional<SnapshotFile> file, List<Entry> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] before = file.map(snapshot::read).orElse(new byte[0]);
    bytes.writeBytes(before);
    if (before.length > 0 && before[before.length - 1] != '\n') {
      bytes.write('\n');
    }
    entries.forEach(entry -> bytes.writeBytes(entry.written().getBytes(StandardCharsets.UTF_8)));
    return bytes.toByteArray();
  }
}
