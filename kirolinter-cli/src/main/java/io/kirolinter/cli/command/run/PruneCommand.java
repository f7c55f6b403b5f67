package io.kirolinter.cli.command.run;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.RetentionOptions;
import io.kirolinter.cli.output.PrunedJson;
import io.kirolinter.cli.output.PrunedText;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.wiring.Leftovers.Tidied;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.workflow.retention.Pruned;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Deletes what is too old or too much. */
@Command(
    name = "prune",
    description =
        "Delete old runs, observations, experiments, and branches of closed proposals; else that"
            + " happens once a day.")
public final class PruneCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Mixin RetentionOptions retention = new RetentionOptions();

  private final Environment environment;

  PruneCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    try (Wiring wiring = Wiring.open(environment, global.memory())) {
      Tidied tidied = wiring.deleteLeftovers();
      Pruned pruned = wiring.retention().apply(retention.policy());
      Results.print(
          environment.out(),
          global.format(),
          () -> PrunedJson.of(pruned, tidied),
          () -> PrunedText.of(pruned) + PrunedText.of(tidied));
      return ExitCode.DONE;
    }
  }
}
