package io.kirolinter.agents.git;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.repository.SnapshotFile.FileMode;
import io.kirolinter.core.source.SourcePath;
import java.util.List;

/**
 * A commit that is to be written.
 *
 * @param message the subject, an empty line, and the body
 * @param files the files that differ from the commit before
 */
public record CommitDraft(String message, List<NewContent> files) {

  /** What a file holds from this commit on. */
  public static final class NewContent {

    private final SourcePath path;
    private final FileMode mode;
    private final byte[] content;

    private NewContent(SourcePath path, FileMode mode, byte[] content) {
      this.path = requireNonNull(path, "path");
      this.mode = requireNonNull(mode, "mode");
      this.content = content.clone();
    }

    public static NewContent of(SourcePath path, FileMode mode, byte[] content) {
      return new NewContent(path, mode, content);
    }

    public SourcePath path() {
      return path;
    }

    public FileMode mode() {
      return mode;
    }

    /** {@return a copy of the bytes} */
    public byte[] content() {
      return content.clone();
    }
  }

  public CommitDraft {
    files = List.copyOf(files);
    if (message.isBlank()) {
      throw new IllegalArgumentException("a commit has a message");
    }
  }
}
