package io.kirolinter.agents.pmd;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import java.util.Collection;
import java.util.List;
import net.sourceforge.pmd.PMDConfiguration;
import net.sourceforge.pmd.lang.rule.RuleSet;
import net.sourceforge.pmd.lang.rule.RuleSetLoadException;
import net.sourceforge.pmd.lang.rule.RuleSetLoader;
import net.sourceforge.pmd.util.log.PmdReporter;

/** Loads rule sets as PMD names them. */
final class RuleSets {

  private RuleSets() {}

  /**
   * {@return one rule set for each name}
   *
   * @throws InvalidRequestException if PMD cannot read one
   */
  static List<RuleSet> load(Collection<String> names) {
    PMDConfiguration quiet = new PMDConfiguration();
    quiet.setReporter(PmdReporter.quiet());
    RuleSetLoader loader = RuleSetLoader.fromPmdConfig(quiet);
    return names.stream().map(name -> load(loader, name)).toList();
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
