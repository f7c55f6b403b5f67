package io.kirolinter.cli.command;

import io.kirolinter.analytics.experiment.Experiment;
import io.kirolinter.analytics.experiment.ExperimentArchive;
import io.kirolinter.analytics.experiment.ExperimentArchive.Beginning;
import io.kirolinter.analytics.experiment.ExperimentDesign;
import io.kirolinter.analytics.experiment.ExperimentPlan;
import io.kirolinter.analytics.experiment.ExperimentResult;
import io.kirolinter.analytics.experiment.PairResult;
import io.kirolinter.cli.output.ExperimentText;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.wiring.Environment;
import io.kirolinter.cli.wiring.IsolatedTrials;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.repository.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares two templates by a randomised experiment in pairs. */
@Command(name = "ab-test", description = "Compare two templates by randomised pairs of runs.")
final class AbTestCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin RepositoryOption repository = new RepositoryOption();

  @Option(names = "--template-a", paramLabel = "A", description = "One template.")
  Optional<String> templateA = Optional.empty();

  @Option(names = "--template-b", paramLabel = "B", description = "The other.")
  Optional<String> templateB = Optional.empty();

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

  @Option(
      names = "--resume",
      paramLabel = "ID",
      description = "Go on with an experiment that was cut off, as it was planned.")
  Optional<String> resumed = Optional.empty();

  @Spec CommandSpec spec = CommandSpec.create();

  private final Environment environment;

  AbTestCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    refuseToReplan();
    // Whatever is wrong with it is told before anything is opened.
    Optional<ExperimentDesign> design =
        resumed.isPresent() ? Optional.empty() : Optional.of(design());
    try (Wiring wiring = Wiring.open(environment, global.memory)) {
      ExperimentArchive archive = new ExperimentArchive(wiring.stores().experiments());
      Beginning beginning =
          design.isPresent()
              ? begin(design.get(), archive)
              : archive.beginning(resumed.orElseThrow());
      ExperimentResult result = run(beginning, archive);
      Results.print(
          environment.out(), global.format, () -> result, () -> ExperimentText.of(result));
      return ExitCode.DONE;
    }
  }

  private ExperimentDesign design() {
    return ExperimentDesign.comparing(
            required("--template-a", templateA),
            required("--template-b", templateB),
            Wiring.templates(environment)
                .of(Wiring.repository(environment, repository.path))
                .names())
        .withPairs(pairs)
        .withSeed(seed);
  }

  private Beginning begin(ExperimentDesign design, ExperimentArchive archive) {
    Repository original = Wiring.repository(environment, repository.path);
    ExperimentPlan plan = ExperimentPlan.draw(design, environment.clock().instant());
    plan.warnings().forEach(warning -> environment.err().println("warning: " + warning));
    environment.flush();
    String location = original.location().toString();
    Beginning beginning = new Beginning(plan, location, IsolatedTrials.commitOf(original));
    archive.begin(original.id(), beginning);
    note("Cut off, it goes on with: kirolinter agent ab-test --resume " + plan.experimentId());
    return beginning;
  }

  private void refuseToReplan() {
    for (String option : List.of("--template-a", "--template-b", "--runs", "--seed", "--repo")) {
      if (resumed.isPresent() && spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new InvalidRequestException(
            ErrorMessage.cannot("use", "option", option)
                .found("--resume goes on as it was planned")
                .expected("--resume without it")
                .remedy("Leave it out, or begin another experiment."));
      }
    }
  }

  private ExperimentResult run(Beginning beginning, ExperimentArchive archive)
      throws InterruptedException {
    ExperimentPlan plan = beginning.plan();
    String id = resumed.orElse(plan.experimentId());
    Repository original = Wiring.repository(environment, Path.of(beginning.location()));
    IsolatedTrials trials = IsolatedTrials.of(environment, original, beginning.commit(), id);
    int planned = plan.design().pairs();
    ExperimentResult result =
        Experiment.of(plan)
            .resume(archive.pairs(id), trials, pair -> keep(pair, planned, archive, id));
    archive.end(id, result.pairs(), environment.clock().instant());
    return result;
  }

  private void keep(PairResult pair, int planned, ExperimentArchive archive, String id) {
    archive.add(id, pair);
    note("pair %d of %d is done".formatted(pair.planned().number(), planned));
  }

  private void note(String text) {
    if (!global.quiet) {
      environment.err().println(text);
      environment.err().flush();
    }
  }

  private String required(String option, Optional<String> value) {
    return value.orElseThrow(
        () ->
            new InvalidRequestException(
                ErrorMessage.cannot("run", "command", spec.qualifiedName())
                    .found("missing required option '%s'".formatted(option))
                    .expected("two templates, or an experiment to resume")
                    .remedy("'%s --help' shows what there is.".formatted(spec.qualifiedName()))));
  }
}
