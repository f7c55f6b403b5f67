package io.kirolinter.cli.command;

import io.kirolinter.analytics.experiment.Experiment;
import io.kirolinter.analytics.experiment.ExperimentDesign;
import io.kirolinter.analytics.experiment.ExperimentPlan;
import io.kirolinter.analytics.experiment.ExperimentResult;
import io.kirolinter.cli.output.ExperimentText;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.wiring.Environment;
import io.kirolinter.cli.wiring.IsolatedTrials;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.workflow.template.Templates;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares two templates by a randomised experiment in pairs. */
@Command(name = "ab-test", description = "Compare two templates by randomised pairs of runs.")
final class AbTestCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin RepositoryOption repository = new RepositoryOption();

  @Option(names = "--template-a", paramLabel = "A", required = true, description = "One template.")
  String templateA = "";

  @Option(names = "--template-b", paramLabel = "B", required = true, description = "The other.")
  String templateB = "";

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "30",
      description = "How many pairs; fewer than 6 can never name a winner. 30 by default.")
  int pairs = 30;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description = "From which the order inside each pair is drawn; 0 by default.")
  long seed;

  private final Environment environment;

  AbTestCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    ExperimentDesign design =
        ExperimentDesign.comparing(templateA, templateB, Templates.builtIn().names())
            .withPairs(pairs)
            .withSeed(seed);
    Repository original = Wiring.repository(environment, repository.path);
    ExperimentPlan plan = ExperimentPlan.draw(design, environment.clock().instant());
    plan.warnings().forEach(warning -> environment.err().println("warning: " + warning));
    environment.flush();
    IsolatedTrials trials = IsolatedTrials.of(environment, original, plan.experimentId());
    ExperimentResult result =
        Experiment.of(plan).run(trials, pair -> tell(pair.planned().number()));
    Results.print(environment.out(), global.format, () -> result, () -> ExperimentText.of(result));
    return ExitCode.DONE;
  }

  private void tell(int pair) {
    if (!global.quiet) {
      environment.err().println("pair %d of %d is done".formatted(pair, pairs));
      environment.err().flush();
    }
  }
}
