package io.kirolinter.workflow.testkit;

import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.repository.RepositoryKind;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.repository.SnapshotFile.FileMode;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A plain folder of text files, and which snapshots were taken of it and closed. */
public record Folder(Path location, Optional<CommitId> head, List<String> log)
    implements Repository {

  public static Folder of(Path location) {
    return new Folder(location, Optional.empty(), new CopyOnWriteArrayList<>());
  }

  /** The same folder, as if a commit were checked out. */
  public Folder at(CommitId commit) {
    return new Folder(location, Optional.of(commit), log);
  }

  /** Writes a file whose second line has blanks at its end. */
  public Folder withUntidyFile(String name) {
    write(name, "first\nsecond  \n");
    return this;
  }

  /** Writes a file at once, as an editor does: whoever reads meanwhile sees no half of it. */
  public void write(String name, String text) {
    try {
      Files.createDirectories(location);
      Path whole = Files.writeString(Files.createTempFile(location, name, ".new"), text);
      Files.move(whole, location.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String read(String name) {
    try {
      return Files.readString(location.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean has(String name) {
    return Files.exists(location.resolve(name));
  }

  @Override
  public RepositoryId id() {
    return RepositoryId.ofPath(location);
  }

  @Override
  public RepositoryKind kind() {
    return RepositoryKind.PLAIN_FOLDER;
  }

  @Override
  public Snapshot snapshot(Optional<CommitId> commit) {
    log.add("open " + commit.map(CommitId::abbreviated).orElse("files"));
    Map<SnapshotFile, byte[]> contents = new TreeMap<>((a, b) -> a.path().compareTo(b.path()));
    try (Stream<Path> files = Files.list(location)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        SourcePath path = SourcePath.of(file.getFileName().toString());
        contents.put(
            new SnapshotFile(path, ContentHash.of(bytes), bytes.length, FileMode.REGULAR), bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Taken(commit, contents, log);
  }

  private record Taken(
      Optional<CommitId> commit, Map<SnapshotFile, byte[]> contents, List<String> log)
      implements Snapshot {

    @Override
    public List<SnapshotFile> files() {
      return new ArrayList<>(contents.keySet());
    }

    @Override
    public byte[] read(SnapshotFile file) {
      return contents.get(file);
    }

    @Override
    public void close() {
      log.add("close");
    }
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
