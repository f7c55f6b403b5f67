package io.kirolinter.cli.option;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.settings.AnalyzerSettings.Asked;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that choose who looks at the code. */
public final class AnalyzerOption {

  @Option(
      names = "--analyzer",
      split = ",",
      paramLabel = "NAME",
      description = {
        "Who looks at the code: java, pmd, sarif=FILE for what another tool wrote,",
        "or the analyzer of a plugin."
      })
  List<String> names = new ArrayList<>();

  @Option(
      names = "--pmd-ruleset",
      split = ",",
      paramLabel = "RULESET",
      description = "Use PMD with these rule sets: files, or such as rulesets/java/quickstart.xml.")
  List<String> pmdRuleSets = new ArrayList<>();

  public Asked asked(Environment environment) {
    return new Asked(names, pmdRuleSets, environment.folder());
  }
}
