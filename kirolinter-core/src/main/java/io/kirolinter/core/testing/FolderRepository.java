package io.kirolinter.core.testing;

import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.repository.RepositoryKind;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that a test gave, in a folder without history. */
record FolderRepository(Path location, RepositoryId id) implements Repository {

  static FolderRepository at(Path folder) {
    try {
      Path real = Files.createDirectories(folder).toRealPath();
      return new FolderRepository(real, RepositoryId.ofPath(real));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public RepositoryKind kind() {
    return RepositoryKind.PLAIN_FOLDER;
  }

  @Override
  public Optional<CommitId> head() {
    return Optional.empty();
  }

  @Override
  public Snapshot snapshot(Optional<CommitId> commit) {
    try (Stream<Path> files = Files.walk(location)) {
      Map<SourcePath, byte[]> contents = new TreeMap<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = location.relativize(file).toString().replace('\\', '/');
        contents.put(SourcePath.of(path), Files.readAllBytes(file));
      }
      return new Contents(contents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files as they were when the attempt began. */
  private record Contents(Map<SourcePath, byte[]> contents) implements Snapshot {

    @Override
    public Optional<CommitId> commit() {
      return Optional.empty();
    }

    @Override
    public List<SnapshotFile> files() {
      return contents.entrySet().stream()
          .map(
              file ->
                  new SnapshotFile(
                      file.getKey(),
                      ContentHash.of(file.getValue()),
                      file.getValue().length,
                      SnapshotFile.FileMode.REGULAR))
          .toList();
    }

    @Override
    public byte[] read(SnapshotFile file) {
      return Optional.ofNullable(contents.get(file.path()))
          .orElseThrow(() -> new IllegalArgumentException("no file " + file.path()))
          .clone();
    }

    @Override
    public void close() {}
  }
}
