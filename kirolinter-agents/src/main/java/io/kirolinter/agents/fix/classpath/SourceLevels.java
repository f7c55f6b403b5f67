package io.kirolinter.agents.fix.classpath;

import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.finding.JavaLevel;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.RepositoryKind;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourcePath;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * For which Java the modules of a repository are written: as poms say or, where there is no build
 * file at all, project files of IDEs. Gradle's files are programs, and are not run. Safe for use by
 * many threads, one at a time; nothing is read before somebody asks.
 */
public final class SourceLevels {

  private record Key(String module, CodeKind kind) {}

  private final Optional<Snapshot> snapshot;
  private final Optional<Path> checkout;
  private final LibraryFolders libraries;
  private final Map<Key, Optional<JavaLevel>> known = new HashMap<>();
  private @Nullable BuildFiles buildFiles;
  private @Nullable MavenLevels maven;

  private SourceLevels(
      Optional<Snapshot> snapshot, Optional<Path> checkout, LibraryFolders libraries) {
    this.snapshot = snapshot;
    this.checkout = checkout;
    this.libraries = libraries;
  }

  /** {@return levels of which nothing is known} */
  public static SourceLevels unknown() {
    return new SourceLevels(Optional.empty(), Optional.empty(), LibraryFolders.none());
  }

  /**
   * {@return the levels of a repository}
   *
   * @param libraries where poms lie that those of the repository inherit from
   */
  public static SourceLevels of(
      Snapshot snapshot, Repository repository, LibraryFolders libraries) {
    Optional<Path> checkout =
        repository.kind() == RepositoryKind.GIT_BARE
            ? Optional.empty()
            : Optional.of(repository.location());
    return new SourceLevels(Optional.of(snapshot), checkout, libraries);
  }

  /** {@return the level of a file; empty if it is not known} */
  public synchronized Optional<JavaLevel> of(SourcePath file) {
    return snapshot.flatMap(files -> level(files, file));
  }

  /**
   * {@return whether the fix of a finding, if it has one, uses nothing that is newer than the level
   * of its file, as far as that is known}
   */
  public boolean allow(Finding finding) {
    return finding
        .fix()
        .flatMap(Fix::leastJava)
        .flatMap(least -> of(finding.path()).map(level -> level.compareTo(least) >= 0))
        .orElse(true);
  }

  private Optional<JavaLevel> level(Snapshot files, SourcePath file) {
    if (buildFiles == null) {
      buildFiles = BuildFiles.in(files);
    }
    Key key = new Key(buildFiles.moduleOf(file), CodeKind.of(file));
    Optional<JavaLevel> level = known.get(key);
    if (level == null) {
      level = find(files, buildFiles, key);
      known.put(key, level);
    }
    return level;
  }

  private Optional<JavaLevel> find(Snapshot files, BuildFiles builds, Key key) {
    Optional<SourcePath> pom = builds.pomOf(key.module());
    if (pom.isEmpty()) {
      return builds.areIn(key.module())
          ? Optional.empty()
          : checkout.flatMap(top -> new IdeLevels(top).level());
    }
    if (maven == null) {
      maven = new MavenLevels(files, new LocalRepository(libraries.maven()));
    }
    return maven.of(pom.get(), key.kind());
  }
}
