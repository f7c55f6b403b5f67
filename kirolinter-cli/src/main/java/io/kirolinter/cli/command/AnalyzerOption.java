package io.kirolinter.cli.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that chooses who looks at the code. */
final class AnalyzerOption {

  @Option(
      names = "--analyzer",
      split = ",",
      paramLabel = "NAME",
      description = "Who looks at the code: java, pmd, sarif=FILE for what another tool wrote.")
  List<String> names = new ArrayList<>();
}
