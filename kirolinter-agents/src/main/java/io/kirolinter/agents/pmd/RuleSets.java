package io.kirolinter.agents.pmd;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import net.sourceforge.pmd.PMDConfiguration;
import net.sourceforge.pmd.lang.rule.RuleSet;
import net.sourceforge.pmd.lang.rule.RuleSetLoadException;
import net.sourceforge.pmd.lang.rule.RuleSetLoader;
import net.sourceforge.pmd.util.log.PmdReporter;

/** Loads rule sets as PMD names them. */
final class RuleSets {

  /** What the rule sets that PMD brings refer to. */
  private static final List<String> CATEGORIES =
      Stream.of(
              "bestpractices",
              "codestyle",
              "design",
              "documentation",
              "errorprone",
              "multithreading",
              "performance",
              "security")
          .map("category/java/%s.xml"::formatted)
          .toList();

  private RuleSets() {}

  /**
   * {@return one rule set for each name}
   *
   * @throws InvalidRequestException if PMD cannot read one
   */
  static List<RuleSet> load(Collection<String> names) {
    refuseHidden(names, Path.of(""));
    PMDConfiguration quiet = new PMDConfiguration();
    quiet.setReporter(PmdReporter.quiet());
    RuleSetLoader loader = RuleSetLoader.fromPmdConfig(quiet);
    return names.stream().map(name -> load(loader, name)).toList();
  }

  /**
   * PMD looks for its own rule sets among the files of the working folder first: there, a
   * repository could put others in their place.
   */
  static void refuseHidden(Collection<String> names, Path folder) {
    Stream.concat(names.stream(), CATEGORIES.stream())
        .filter(RuleSetNames::isBundled)
        .map(RuleSetNames::fileOf)
        .filter(file -> Files.exists(folder.resolve(file)))
        .findFirst()
        .ifPresent(
            file -> {
              throw new InvalidRequestException(
                  ErrorMessage.cannot("load", "PMD rule set", file)
                      .found("a file in the working folder hides it")
                      .expected("PMD's own")
                      .remedy("Call KiroLinter from another folder."));
            });
  }

  private static RuleSet load(RuleSetLoader loader, String name) {
    try {
      return loader.loadFromResource(name);
    } catch (RuleSetLoadException e) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("load", "PMD rule set", name)
              .found(reasonOf(e))
              .expected(
                  "a file, or a rule set that PMD brings, such as 'rulesets/java/quickstart.xml'")
              .remedy("Correct the name or the file."),
          e);
    }
  }

  private static String reasonOf(RuleSetLoadException error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String first = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    return first.replaceFirst("[.:](\\s.*)?$", "");
  }
}
