package io.kirolinter.cli.command.agent;

import io.kirolinter.agents.git.GitHistory;
import io.kirolinter.agents.predict.backtest.Backtest;
import io.kirolinter.agents.predict.backtest.BacktestReport;
import io.kirolinter.agents.predict.backtest.WindowFile;
import io.kirolinter.agents.predict.window.Window;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.exit.Interrupts;
import io.kirolinter.cli.exit.RunExit;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.RepositoryOption;
import io.kirolinter.cli.output.BacktestText;
import io.kirolinter.cli.output.PhaseLines;
import io.kirolinter.cli.output.ResultFile;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.output.RiskText;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.RiskRanking;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunListener;
import io.kirolinter.workflow.coordinator.RunRequest;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.Templates;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ranks the files of a repository by risk. */
@Command(
    name = "predict",
    description = {
      "Rank the files by risk, from the history of the repository.",
      "For each file it gives the chance of a fix in the next half-year, the two largest reasons and "
          + "what to do. With --backtest it asks how well it would have done on the past of this "
          + "repository, beside simple orders."
    })
public final class PredictCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Mixin RepositoryOption repository = new RepositoryOption();

  /** In which order the files are told. */
  enum Order {
    CHANCE,
    LINE
  }

  @Option(
      names = "--by",
      paramLabel = "ORDER",
      description =
          "chance (the default): the likeliest files first; line: those first in which reading a line "
              + "is worth most, for people with little time.")
  Order by = Order.CHANCE;

  @Option(
      names = "--backtest",
      description = "Tell how well it would have done in each half-year of the past.")
  boolean backtest;

  @Option(
      names = "--windows",
      paramLabel = "N",
      description = "How many half-years --backtest judges; by default 8.")
  int windows = 8;

  @Option(
      names = "--export-windows",
      paramLabel = "FILE",
      description =
          "Write what would have been known in each half-year, and what came of it, to fit a model on: "
              + "JSON, a line for each, without names of files.")
  Optional<Path> exported = Optional.empty();

  private static final Template PREDICTION =
      new Template(
          "predict_only",
          1,
          "Ranks files by risk.",
          List.of(new PlannedStep("predict", Criticality.CRITICAL, RetryPolicy.standard())),
          Scope.everything());

  private static final int MOST_WINDOWS = 100;

  private static final String SHALLOW =
      "Note: the clone is shallow, and its few commits tell little; 'git fetch --unshallow' brings "
          + "the others.";

  private final Environment environment;

  PredictCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    requireWindows();
    Repository place = Wiring.repository(environment, repository.path());
    if (place.head().filter(head -> GitHistory.of(place, head).isShallow()).isPresent()) {
      environment.err().println(SHALLOW);
    }
    return backtest || exported.isPresent() ? judgePast(place) : rank(place);
  }

  private int rank(Repository place) throws Exception {
    try (Wiring wiring = Wiring.open(environment, global.memory());
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
      RiskRanking ordered = by == Order.LINE ? ranking.byLine() : ranking;
      Results.print(
          environment.out(), global.format(), () -> ordered, () -> RiskText.of(ordered, told(run)));
      return RunExit.codeOf(run);
    }
  }

  private static String told(Run run) {
    return run.state().steps().stream().map(StepRecord::summary).findFirst().orElse("it failed");
  }

  /** Nothing of it is kept. */
  private int judgePast(Repository place) throws Exception {
    Cancellation cancellation = Cancellation.create();
    try (PhaseLines progress = new PhaseLines(environment.err(), global.lineStyle(environment))) {
      List<Window> past =
          Interrupts.during(
              cancellation, () -> new Backtest(place, progress, cancellation).windows(windows));
      exported.ifPresent(
          file -> ResultFile.write(environment.folder().resolve(file), WindowFile.write(past)));
      if (backtest) {
        BacktestReport report = Backtest.report(past, windows);
        progress.close();
        Results.print(
            environment.out(), global.format(), () -> report, () -> BacktestText.of(report));
      }
      return ExitCode.DONE;
    }
  }

  private void requireWindows() {
    if (windows < 1 || windows > MOST_WINDOWS) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("use", "option", "--windows")
              .found("it was " + windows)
              .expected("1 to " + MOST_WINDOWS)
              .remedy("Leave it out for 8."));
    }
  }
}
