package io.kirolinter.agents.fix.apply;

import com.google.common.collect.Sets;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A file of a checkout that is read and replaced as a whole, and never through a link. */
final class SafeFile {

  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private static final Set<PosixFilePermission> OWNER_ONLY =
      Sets.immutableEnumSet(PosixFilePermissions.fromString("rw-------"));

  private final Path root;
  private final Path file;

  private SafeFile(Path root, Path file) {
    this.root = root;
    this.file = file;
  }

  /**
   * {@return the file at a place of a checkout}
   *
   * @param root real
   */
  static SafeFile at(Path root, SourcePath path) {
    return new SafeFile(root, root.resolve(path.value()));
  }

  /** {@return whether there is a regular file, and no link on the way from the root to it} */
  boolean isThere() throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    return file.toRealPath().equals(root.toRealPath().resolve(root.relativize(file)));
  }

  boolean holds(byte[] content) throws IOException {
    return isThere() && Arrays.equals(content, read());
  }

  byte[] read() throws IOException {
    return Files.readAllBytes(file);
  }

  /** {@return who may read, write and run it; empty where the file system does not say} */
  Optional<Set<PosixFilePermission>> permissions() throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    return view == null ? Optional.empty() : Optional.of(view.readAttributes().permissions());
  }

  /** {@return whether its owner took away the right to write; replacing it would pass over that} */
  boolean isReadOnly() throws IOException {
    return permissions()
        .map(allowed -> !allowed.contains(PosixFilePermission.OWNER_WRITE))
        .orElseGet(() -> !Files.isWritable(file));
  }

  /** Replaces the content at one stroke: whoever reads meanwhile sees the old one or the new. */
  void replace(byte[] content, Optional<Set<PosixFilePermission>> permissions) throws IOException {
    Path half = file.resolveSibling("." + file.getFileName() + ".kirolinter");
    try {
      Files.deleteIfExists(half); // left by a process that died
      write(half, content);
      if (permissions.isPresent()) {
        Files.setPosixFilePermissions(half, permissions.get());
      }
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  /** Writes a new file, down to the disk, which nobody but its owner may read. */
  static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, NEW, ownerOnly(file))) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    boolean known = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return known
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }
}
