package io.kirolinter.agents.fix.classpath;

import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourcePath;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The modules of a snapshot. That of a file is the nearest folder upward with a build file, or else
 * the top.
 *
 * @param paths of all build files
 */
record BuildFiles(Set<String> paths) {

  private static final Set<String> NAMES = Set.of("pom.xml", "build.gradle", "build.gradle.kts");

  static BuildFiles in(Snapshot snapshot) {
    Set<String> paths = new HashSet<>();
    snapshot.files().stream()
        .filter(file -> NAMES.contains(file.path().fileName()))
        .forEach(file -> paths.add(file.path().value()));
    return new BuildFiles(paths);
  }

  /** {@return the folder of the module that a file belongs to} */
  String moduleOf(SourcePath file) {
    String folder = file.folder();
    while (!folder.isEmpty() && !areIn(folder)) {
      folder = folder.contains("/") ? folder.substring(0, folder.lastIndexOf('/')) : "";
    }
    return folder;
  }

  boolean areIn(String folder) {
    return NAMES.stream().anyMatch(name -> paths.contains(at(folder, name)));
  }

  Optional<SourcePath> pomOf(String module) {
    return Optional.of(at(module, "pom.xml")).filter(paths::contains).map(SourcePath::of);
  }

  private static String at(String folder, String name) {
    return Stream.of(folder, name).filter(part -> !part.isEmpty()).collect(Collectors.joining("/"));
  }
}
