package io.kirolinter.agents.fix.classpath;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder in which Maven keeps what it has loaded. Names come from files that anybody may have
 * written; none of them leads out of the folder. For one thread.
 */
final class LocalRepository {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]{0,199}");

  private final Optional<Path> root;
  private final Map<String, Boolean> asked = new TreeMap<>();

  /** Takes a folder, which need not exist; empty for a repository without any file. */
  LocalRepository(Optional<Path> root) {
    this.root = root;
  }

  /**
   * {@return a file of an artifact, if it is there}
   *
   * @param ending such as {@code .pom} or {@code -tests.jar}
   */
  Optional<Path> file(Coordinates of, String ending) {
    boolean named =
        Stream.of(of.group(), of.artifact(), of.version(), "x" + ending)
            .allMatch(name -> NAME.matcher(name).matches() && !name.contains(".."));
    return named
        ? existing(place(of) + "/" + of.artifact() + "-" + of.version() + ending)
        : Optional.empty();
  }

  /** {@return all files that were asked for so far} */
  LibraryFiles asked() {
    return LibraryFiles.of(asked);
  }

  private Optional<Path> existing(String name) {
    Optional<Path> file = root.map(folder -> folder.resolve(name)).filter(Files::isRegularFile);
    asked.put(name, file.isPresent());
    return file;
  }

  private static String place(Coordinates of) {
    return of.group().replace('.', '/') + "/" + of.artifact() + "/" + of.version();
  }
}
