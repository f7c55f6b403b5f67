package io.kirolinter.agents.fix.classpath;

import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.RepositoryKind;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourcePath;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The class paths of the modules of a repository: from poms, IDE files and jars in the repository,
 * as far as the libraries are on this machine. Nothing of the repository is run, and nothing loaded
 * from the net. What cannot be found out is a gap of the class path, never an error.
 *
 * <p>The module of a file is the nearest folder upward with a build file. Safe for use by many
 * threads, one at a time.
 */
public final class ClassPaths {

  private record Key(String folder, CodeKind kind) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::folder).thenComparing(Key::kind);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private final Snapshot snapshot;
  private final Optional<Path> checkout;
  private final LibraryFolders libraries;
  private final Map<Key, ClassPath> known = new HashMap<>();
  private final Map<String, ClassPath> ofFolders = new HashMap<>();
  private @Nullable BuildFiles buildFiles;
  private @Nullable MavenClassPath maven;

  private ClassPaths(Snapshot snapshot, Optional<Path> checkout, LibraryFolders libraries) {
    this.snapshot = snapshot;
    this.checkout = checkout;
    this.libraries = libraries;
  }

  /**
   * {@return the class paths of a repository; they are looked for only when they are asked for}
   *
   * @param repository whose checkout may hold files that no snapshot has, such as those of an IDE
   */
  public static ClassPaths of(Snapshot snapshot, Repository repository, LibraryFolders libraries) {
    Optional<Path> checkout =
        repository.kind() == RepositoryKind.GIT_BARE
            ? Optional.empty()
            : Optional.of(repository.location());
    return new ClassPaths(snapshot, checkout, libraries);
  }

  /** {@return one class path for files of any modules: of each its own, one after the other} */
  public synchronized ClassPath of(Collection<SourcePath> files) {
    return files.stream()
        .map(file -> new Key(buildFiles().moduleOf(file), CodeKind.of(file)))
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .map(key -> known.computeIfAbsent(key, this::find))
        .reduce(ClassPath.empty(), ClassPath::and);
  }

  /** {@return the files of the local repository that all class paths so far depend on} */
  public synchronized LibraryFiles asked() {
    return maven == null ? LibraryFiles.none() : maven.asked();
  }

  private ClassPath find(Key module) {
    Optional<SourcePath> pom = buildFiles().pomOf(module.folder());
    ClassPath ofBuild = pom.map(file -> ofPom(file, module.kind())).orElse(ClassPath.empty());
    ClassPath all = ofBuild.and(ofFolder(module.folder())).and(ofFolder(""));
    return pom.isEmpty() && all.entries().isEmpty()
        ? all.and(ClassPath.unknown("only poms and IDE files tell of one, and there is none"))
        : all;
  }

  private ClassPath ofPom(SourcePath pom, CodeKind kind) {
    if (libraries.maven().isEmpty()) {
      return ClassPath.unknown("no local Maven repository was named");
    }
    if (maven == null) {
      maven = new MavenClassPath(snapshot, new LocalRepository(libraries.maven()));
    }
    return maven.of(pom, kind);
  }

  private ClassPath ofFolder(String folder) {
    return ofFolders.computeIfAbsent(
        folder,
        place ->
            checkout
                .map(top -> new IdeClassPath(top, libraries).of(place))
                .orElse(ClassPath.empty()));
  }

  private BuildFiles buildFiles() {
    if (buildFiles == null) {
      buildFiles = BuildFiles.in(snapshot);
    }
    return buildFiles;
  }
}
