package io.kirolinter.agents.git;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.repository.SnapshotFile.FileMode;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Files as they lay on disk when the snapshot was taken. Only those of interest are listed: Java
 * sources, the files that builds are described in, the settings and git's attributes. Any other is
 * there for who asks for it by its path.
 *
 * <p>As git does, takes size and time for proof that a file is still the same. Its hash is made
 * when it is asked for: to hash all costs as much as half a parse.
 *
 * <p>Links are never followed, neither files nor folders, so nothing outside the folder is read. A
 * file that cannot be read, or is too large, is part of the snapshot all the same: reading it is
 * what fails, so that it does not look clean. A folder that cannot be listed is left out.
 */
final class FolderSnapshot implements Snapshot {

  private static final Set<String> BESIDE_SOURCES =
      Set.of(
          Settings.REPOSITORY_FILE.value(),
          ".gitattributes",
          "pom.xml",
          "build.gradle",
          "build.gradle.kts",
          "settings.gradle",
          "settings.gradle.kts",
          "gradle.properties",
          "lombok.config");

  private final Path root;
  private final LinkFree links;
  private final Set<SourcePath> known;
  private final List<SnapshotFile> files;
  private final Map<SourcePath, SnapshotFile> byPath = new HashMap<>();
  private final Map<SourcePath, FileTime> modified = new ConcurrentHashMap<>();
  private final Map<SourcePath, ContentHash> hashes = new ConcurrentHashMap<>();

  /**
   * Reads the files of interest.
   *
   * @param known all paths that are part of the snapshot
   */
  private FolderSnapshot(Path root, Set<SourcePath> known) {
    this.root = root;
    this.known = known;
    links = new LinkFree(root);
    List<SourcePath> interesting =
        known.stream()
            .filter(path -> isOfInterest(path.fileName()))
            .filter(links::isRegularFile)
            .sorted()
            .toList();
    files = interesting.stream().map(this::listed).toList();
    files.forEach(file -> byPath.put(file.path(), file));
  }

  /** {@return the files that git tracks or would track in the checkout at {@code root}} */
  static FolderSnapshot ofCheckout(Path root) {
    byte[] listing = Git.in(root).bytes("ls-files", "-z", "-co", "--exclude-standard");
    // A nested repository is listed as a folder, with a slash at its end.
    return new FolderSnapshot(
        root,
        NulSeparated.texts(listing).stream()
            .filter(path -> !path.endsWith("/"))
            .map(SourcePath::of)
            .collect(Collectors.toSet()));
  }

  /** {@return some files of a checkout, and nothing else of it} */
  static FolderSnapshot ofFiles(Path root, Collection<SourcePath> paths) {
    return new FolderSnapshot(root, Set.copyOf(paths));
  }

  /** {@return the files of a folder that git does not know} */
  static FolderSnapshot ofFolder(Path root) {
    return new FolderSnapshot(root, Set.copyOf(FolderWalk.of(root)));
  }

  @Override
  public Optional<CommitId> commit() {
    return Optional.empty();
  }

  @Override
  public List<SnapshotFile> files() {
    return files;
  }

  /** Reads a file that is of no interest by itself when it is first asked for. */
  @Override
  public synchronized Optional<SnapshotFile> file(SourcePath path) {
    if (!byPath.containsKey(path) && known.contains(path) && links.isRegularFile(path)) {
      byPath.put(path, listed(path));
    }
    return Optional.ofNullable(byPath.get(path));
  }

  @Override
  public byte[] read(SnapshotFile file) {
    FileLimits.check(file.path(), file.size());
    byte[] content;
    try {
      content = content(file.path());
    } catch (IOException e) {
      throw unreadable(file, e.getClass().getSimpleName() + ": " + e.getMessage());
    }
    if (!isAsListed(file, content)) {
      throw unreadable(file, "it has changed since the snapshot was taken");
    }
    return content;
  }

  private boolean isAsListed(SnapshotFile file, byte[] content) {
    return isUntouched(file.path(), file.size(), content)
        || ContentHash.of(content).equals(hashes.get(file.path()));
  }

  private boolean isUntouched(SourcePath path, long size, byte[] content) {
    return content.length == size
        && timeOf(path).filter(time -> time.equals(modified.get(path))).isPresent();
  }

  private Optional<FileTime> timeOf(SourcePath path) {
    try {
      return Optional.of(
          Files.getLastModifiedTime(root.resolve(path.value()), LinkOption.NOFOLLOW_LINKS));
    } catch (IOException e) {
      return Optional.empty(); // the content decides
    }
  }

  @Override
  public void close() {}

  private static boolean isOfInterest(String name) {
    return name.endsWith(".java") || BESIDE_SOURCES.contains(name);
  }

  private SnapshotFile listed(SourcePath path) {
    Path file = root.resolve(path.value());
    FileMode mode = Files.isExecutable(file) ? FileMode.EXECUTABLE : FileMode.REGULAR;
    try {
      BasicFileAttributes now =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      modified.put(path, now.lastModifiedTime());
      long size = now.size();
      return SnapshotFile.hashedLater(path, () -> hashOf(path, size), size, mode);
    } catch (IOException e) {
      return new SnapshotFile(path, unknown(path), 0, mode);
    }
  }

  private ContentHash hashOf(SourcePath path, long size) {
    try {
      if (size > FileLimits.LARGEST) {
        return unknown(path);
      }
      byte[] content = content(path);
      if (!isUntouched(path, size, content)) {
        return unknown(path);
      }
      ContentHash hash = ContentHash.of(content);
      hashes.put(path, hash);
      return hash;
    } catch (IOException e) {
      return unknown(path);
    }
  }

  /** A hash that no content has, so that no cached result is ever taken for this file. */
  private static ContentHash unknown(SourcePath path) {
    return ContentHash.of(("unread\0" + path).getBytes(StandardCharsets.UTF_8));
  }

  private byte[] content(SourcePath path) throws IOException {
    Path file = root.resolve(path.value());
    try (InputStream in =
        Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes((int) FileLimits.LARGEST + 1);
    }
  }

  private static WorkFailedException unreadable(SnapshotFile file, String found) {
    return new WorkFailedException(
        ErrorMessage.cannot("read", "file", file.path().value())
            .found(found)
            .expected("the file as it was listed")
            .remedy("Check its permissions, or start again."));
  }
}
