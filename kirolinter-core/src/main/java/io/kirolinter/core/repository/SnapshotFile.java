package io.kirolinter.core.repository;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;

/**
 * A regular file of a snapshot, not yet read.
 *
 * @param size in bytes
 */
public record SnapshotFile(SourcePath path, ContentHash hash, long size, FileMode mode) {

  /** Whether the file may be run as a program. */
  public enum FileMode {
    REGULAR,
    EXECUTABLE
  }

  public SnapshotFile {
    requireNonNull(path, "path");
    requireNonNull(hash, "hash");
    requireNonNull(mode, "mode");
  }
}
