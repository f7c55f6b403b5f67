package io.kirolinter.cli.command;

import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.output.RiskText;
import io.kirolinter.cli.wiring.Environment;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.RiskRanking;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunListener;
import io.kirolinter.workflow.coordinator.RunRequest;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.Templates;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ranks the files of a repository by risk. */
@Command(
    name = "predict",
    description = "Rank the files by risk, from the history of the repository.")
final class PredictCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Mixin RepositoryOption repository = new RepositoryOption();

  private static final Template PREDICTION =
      new Template(
          "predict_only",
          1,
          "Ranks files by risk.",
          List.of(new PlannedStep("predict", Criticality.CRITICAL, RetryPolicy.standard())),
          Scope.everything());

  private final Environment environment;

  PredictCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Repository place = Wiring.repository(environment, repository.path);
    try (Wiring wiring = Wiring.open(environment, global.memory);
        Coordinator coordinator =
            wiring.coordinator(
                RunListener.none(), environment.err(), Templates.builtIn().with(PREDICTION))) {
      RunRequest request =
          RunRequest.autonomous().withOptions(RunOptions.applyingTo(ApplyTarget.NONE));
      Run run = coordinator.run("predict_only", place, request);
      RiskRanking ranking =
          coordinator
              .artifact(run.id(), ArtifactType.RISK_RANKING)
              .orElse(new RiskRanking(List.of(), 0));
      wiring.stores().journal().delete(run.id()); // a look, which is not to count as a workflow
      Results.print(environment.out(), global.format, () -> ranking, () -> RiskText.of(ranking));
      return RunExit.codeOf(run);
    }
  }
}
