package io.kirolinter.agents.fix.verify;

import io.kirolinter.agents.fix.change.FileChange;
import io.kirolinter.agents.git.Worktree;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A checkout of the base commit, into which one state after the other is put. */
final class VerifyFolder implements AutoCloseable {

  private final Worktree worktree;
  private final Map<SourcePath, SourceText> originals = new TreeMap<>();

  private VerifyFolder(Worktree worktree) {
    this.worktree = worktree;
  }

  static VerifyFolder create(Repository repository, Path folder, CommitId base) {
    return new VerifyFolder(Worktree.create(repository, folder, base));
  }

  Path path() {
    return worktree.folder();
  }

  /** Puts a state in place of the last one; files that do not differ are not touched. */
  void hold(List<FileChange> changes) {
    Map<SourcePath, SourceText> wanted = new TreeMap<>(originals);
    for (FileChange change : changes) {
      originals.putIfAbsent(change.path(), change.before());
      wanted.put(change.path(), change.after());
    }
    wanted.forEach(this::write);
  }

  @Override
  public void close() {
    worktree.close();
  }

  private void write(SourcePath path, SourceText text) {
    Path file = path().resolve(path.value());
    try {
      byte[] content = text.encode();
      if (!Arrays.equals(content, Files.readAllBytes(file))) {
        Files.write(file, content);
      }
    } catch (IOException e) {
      throw new WorkFailedException(
          ErrorMessage.cannot("write", "file", file.toString())
              .found(e.getClass().getSimpleName() + ": " + e.getMessage())
              .expected("the file, as git checked it out")
              .remedy("See that the verify command leaves source files alone."),
          e);
    }
  }
}
