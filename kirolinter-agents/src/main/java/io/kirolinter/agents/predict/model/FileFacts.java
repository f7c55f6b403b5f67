package io.kirolinter.agents.predict.model;

import static java.util.stream.Collectors.toSet;

import io.kirolinter.agents.predict.content.Content;
import io.kirolinter.agents.predict.history.FileHistory;
import io.kirolinter.core.source.SourcePath;
import java.util.List;
import java.util.Set;

/**
 * All that is known of a file at one moment.
 *
 * @param uses how many other files of the population it names
 */
public record FileFacts(SourcePath path, Content content, FileHistory history, int uses) {

  /** What is known of a file by itself. */
  public record Alone(SourcePath path, Content content, FileHistory history) {}

  /** {@return all that is known of the files of a population, in the same order} */
  public static List<FileFacts> of(List<Alone> population) {
    Set<Integer> types = population.stream().map(file -> type(file.path())).collect(toSet());
    return population.stream()
        .map(file -> new FileFacts(file.path(), file.content(), file.history(), uses(file, types)))
        .toList();
  }

  /** By its simple name, as most files have one type. */
  private static int uses(Alone file, Set<Integer> types) {
    int own = type(file.path());
    return (int)
        file.content().types().stream().filter(type -> type != own && types.contains(type)).count();
  }

  private static int type(SourcePath path) {
    String name = path.fileName();
    return Content.typeOf(name.substring(0, name.length() - ".java".length()));
  }
}
