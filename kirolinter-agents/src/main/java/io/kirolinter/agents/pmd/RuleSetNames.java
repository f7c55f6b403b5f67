package io.kirolinter.agents.pmd;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of rule sets of PMD, by who says them. PMD loads whatever a name leads to, and the
 * XPath of a rule can read any file and address; so a repository may name less than its user.
 */
public final class RuleSetNames {

  private static final Pattern NAME = Pattern.compile("(.+?\\.xml)(/\\w+)?");

  private RuleSetNames() {}

  /** {@return the names that a user says, in which files that exist are absolute} */
  public static List<String> ofUser(Collection<String> names, Path folder) {
    return names.stream().map(name -> fileIn(folder, name).orElse(name)).distinct().toList();
  }

  /**
   * {@return the names that a repository's own settings say, in which files are absolute}
   *
   * @param names rule sets that PMD brings, or files in the repository that choose among those
   * @param root the top folder of the repository
   * @throws InvalidRequestException for anything else
   */
  public static List<String> ofRepository(Collection<String> names, Path root) {
    return names.stream().map(name -> checked(name, root)).distinct().toList();
  }

  private static String checked(String name, Path root) {
    if (isBundled(name)) {
      return name;
    }
    String file = fileIn(root, name).orElseThrow(() -> refused(name, "there is no such file"));
    Path path = Path.of(fileOf(file));
    try {
      if (!path.toRealPath().startsWith(root.toRealPath())) {
        throw refused(name, "it lies outside of the repository");
      }
      RuleSetFile.troubleWith(Files.readAllBytes(path))
          .ifPresent(
              trouble -> {
                throw refused(name, trouble);
              });
    } catch (IOException e) {
      throw refused(name, String.valueOf(e));
    }
    return file;
  }

  /** {@return whether PMD itself brings the rule set, or the rule set of the rule} */
  static boolean isBundled(String name) {
    boolean like = name.startsWith("category/") || name.startsWith("rulesets/");
    return like
        && !name.contains("..")
        && RuleSetNames.class.getClassLoader().getResource(fileOf(name)) != null;
  }

  /** {@return the name without the rule at its end} */
  static String fileOf(String name) {
    Matcher parts = NAME.matcher(name);
    return parts.matches() ? parts.group(1) : name;
  }

  private static Optional<String> fileIn(Path folder, String name) {
    String file = fileOf(name);
    try {
      Path path = folder.resolve(file).toAbsolutePath().normalize();
      return Files.isRegularFile(path)
          ? Optional.of(path + name.substring(file.length()))
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static InvalidRequestException refused(String name, String found) {
    return new InvalidRequestException(
        ErrorMessage.cannot("use", "PMD rule set of the repository", name)
            .found(found)
            .expected(
                "a rule set that PMD brings, or a file in the repository that chooses of them")
            .remedy(
                "Whoever trusts it names it by --pmd-ruleset, or in the settings of the user."));
  }
}
