package io.kirolinter.core.repository;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A regular file of a snapshot, not yet read. Immutable; safe for use by many threads. */
public final class SnapshotFile {

  /** Whether the file may be run as a program. */
  public enum FileMode {
    REGULAR,
    EXECUTABLE
  }

  private final SourcePath path;
  private final Supplier<ContentHash> hash;
  private final long size;
  private final FileMode mode;

  private SnapshotFile(SourcePath path, Supplier<ContentHash> hash, long size, FileMode mode) {
    this.path = requireNonNull(path, "path");
    this.hash = hash;
    this.size = size;
    this.mode = requireNonNull(mode, "mode");
  }

  /**
   * Names a file whose hash is known.
   *
   * @param size in bytes
   */
  public SnapshotFile(SourcePath path, ContentHash hash, long size, FileMode mode) {
    this(path, Suppliers.ofInstance(requireNonNull(hash, "hash")), size, mode);
  }

  /**
   * {@return a file that is hashed when its hash is first asked for, which is often never}
   *
   * @param hash asked once at most
   * @param size in bytes
   */
  public static SnapshotFile hashedLater(
      SourcePath path, Supplier<ContentHash> hash, long size, FileMode mode) {
    return new SnapshotFile(path, Suppliers.memoize(hash::get), size, mode);
  }

  public SourcePath path() {
    return path;
  }

  /** {@return the hash of the content; may read the file} */
  public ContentHash hash() {
    return hash.get();
  }

  /** {@return the length of the content in bytes} */
  public long size() {
    return size;
  }

  public FileMode mode() {
    return mode;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SnapshotFile file
        && path.equals(file.path)
        && size == file.size
        && mode == file.mode
        && hash().equals(file.hash());
  }

  @Override
  public int hashCode() {
    return Objects.hash(path, size, mode);
  }

  @Override
  public String toString() {
    return path + " (" + size + " bytes)";
  }
}
