package io.kirolinter.core.repository;

import io.kirolinter.core.source.SourcePath;
import java.util.List;
import java.util.Optional;

/**
 * The files of a repository at one moment. It never changes, whatever happens to the checkout.
 *
 * <p>Symbolic links, submodules and whatever the repository ignores are not part of it. Safe for
 * use by many threads.
 */
public interface Snapshot extends AutoCloseable {

  /** {@return the commit whose files these are; empty for a folder as it lies on disk} */
  Optional<CommitId> commit();

  /** {@return all regular files, ordered by path} */
  List<SnapshotFile> files();

  /**
   * {@return the content of a file of this snapshot}
   *
   * @throws io.kirolinter.core.error.WorkFailedException if it cannot be read, or has changed on
   *     disk since the snapshot was taken
   */
  byte[] read(SnapshotFile file);

  /** {@return the file at {@code path}, if it is part of the snapshot} */
  default Optional<SnapshotFile> file(SourcePath path) {
    return files().stream().filter(file -> file.path().equals(path)).findFirst();
  }

  @Override
  void close();
}
