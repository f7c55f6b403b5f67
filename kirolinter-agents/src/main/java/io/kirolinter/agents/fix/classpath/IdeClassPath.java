package io.kirolinter.agents.fix.classpath;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Libraries that files of IDEs name, and jars in the usual folders. Only what lies in the checkout
 * itself, in the user's home or in Maven's local repository is believed: folders of classes only in
 * the checkout.
 *
 * @param checkout the top folder, real
 */
record IdeClassPath(Path checkout, LibraryFolders libraries) {

  private static final int MOST_FILES = 2_000;

  /** {@return what the files of a folder say, that of a module or the top} */
  ClassPath of(String folder) {
    List<String> gaps = new ArrayList<>();
    List<Path> entries = new ArrayList<>();
    Path place = checkout.resolve(folder);
    try {
      eclipse(place).forEach(entry -> add(place, entry, entries));
      for (Path file : files(place.resolve(".idea/libraries"), ".xml")) {
        intelliJ(file).forEach(entry -> add(place, entry, entries));
      }
      for (String jars : List.of("lib", "libs")) {
        files(place.resolve(jars), ".jar").forEach(jar -> add(place, jar.toString(), entries));
      }
    } catch (IOException e) {
      gaps.add("an IDE file in '%s' cannot be used: %s".formatted(folder, e.getMessage()));
    }
    return new ClassPath(entries, gaps);
  }

  private List<String> eclipse(Path folder) throws IOException {
    Path file = folder.resolve(".classpath");
    return isInside(file, checkout) && Files.isRegularFile(file)
        ? SmallXml.elements(SmallXml.read(file)).stream()
            .filter(one -> one.place().equals("classpath/classpathentry"))
            .filter(one -> List.of("lib", "var").contains(one.attributes().get("kind")))
            .map(one -> one.attributes().getOrDefault("path", ""))
            .map(path -> variable(path, "M2_REPO", libraries.maven()))
            .toList()
        : List.of();
  }

  private List<String> intelliJ(Path file) throws IOException {
    return SmallXml.elements(SmallXml.read(file)).stream()
        .filter(one -> one.place().equals("component/library/CLASSES/root"))
        .map(one -> one.attributes().getOrDefault("url", ""))
        .map(url -> url.replaceFirst("^(jar|file)://", "").replaceFirst("!/.*$", ""))
        .map(path -> variable(path, "$MAVEN_REPOSITORY$", libraries.maven()))
        .map(path -> variable(path, "$USER_HOME$", libraries.userHome()))
        .map(path -> variable(path, "$PROJECT_DIR$", Optional.of(checkout)))
        .toList();
  }

  private static String variable(String path, String name, Optional<Path> value) {
    return path.startsWith(name + "/") && value.isPresent()
        ? value.get() + path.substring(name.length())
        : path;
  }

  /** What is not there, or not to be believed, is left out. */
  private void add(Path from, String entry, List<Path> entries) {
    try {
      Path path = from.resolve(entry);
      boolean isJar = entry.endsWith(".jar") && Files.isRegularFile(path) && isBelieved(path);
      boolean isFolder = !entry.isEmpty() && Files.isDirectory(path) && isInside(path, checkout);
      if (isJar || isFolder) {
        entries.add(path);
      }
    } catch (InvalidPathException e) {
      return; // no file system has such a name
    }
  }

  private boolean isBelieved(Path jar) {
    Predicate<Path> holds = root -> isInside(jar, root);
    return holds.test(checkout)
        || libraries.maven().filter(holds).isPresent()
        || libraries.userHome().filter(holds).isPresent();
  }

  private static boolean isInside(Path path, Path root) {
    try {
      return path.toRealPath().startsWith(root.toRealPath());
    } catch (IOException e) {
      return false; // it is not there
    }
  }

  private List<Path> files(Path folder, String ending) throws IOException {
    List<Path> files = new ArrayList<>();
    if (isInside(folder, checkout) && Files.isDirectory(folder)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + ending)) {
        for (Path file : all) {
          if (files.size() < MOST_FILES && isInside(file, checkout) && Files.isRegularFile(file)) {
            files.add(file);
          }
        }
      }
    }
    files.sort(null);
    return files;
  }
}
