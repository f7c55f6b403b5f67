package io.kirolinter.agents.fix.classpath;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder in which Maven keeps what it has loaded. Names come from files that anybody may have
 * written; none of them leads out of the folder.
 *
 * @param root need not exist
 */
record LocalRepository(Path root) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]{0,199}");

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
        ? Optional.of(place(of).resolve(of.artifact() + "-" + of.version() + ending))
            .filter(Files::isRegularFile)
        : Optional.empty();
  }

  private Path place(Coordinates of) {
    return root.resolve(of.group().replace('.', '/')).resolve(of.artifact()).resolve(of.version());
  }
}
