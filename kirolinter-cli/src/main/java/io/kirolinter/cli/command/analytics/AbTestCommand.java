package io.kirolinter.cli.command.analytics;

import io.kirolinter.analytics.experiment.Experiment;
import io.kirolinter.analytics.experiment.ExperimentArchive;
import io.kirolinter.analytics.experiment.ExperimentArchive.Beginning;
import io.kirolinter.analytics.experiment.ExperimentDesign;
import io.kirolinter.analytics.experiment.ExperimentPlan;
import io.kirolinter.analytics.experiment.ExperimentResult;
import io.kirolinter.analytics.experiment.PairResult;
import io.kirolinter.analytics.experiment.Stopping;
import io.kirolinter.analytics.experiment.Verdict;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.ExperimentOptions;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.RepositoryOption;
import io.kirolinter.cli.output.ExperimentText;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.trial.ExperimentPlaces;
import io.kirolinter.cli.trial.IsolatedTrials;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
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
public final class AbTestCommand implements Callable<Integer> {

  /** What is planned before the first pair, so that a resumed experiment refuses it. */
  private static final List<String> PLANNED =
      List.of(
          "--template-a",
          "--template-b",
          "--seed",
          "--repo",
          "--repos",
          "--commits",
          "--all-pairs",
          "--open-ended");

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin RepositoryOption repository = new RepositoryOption();
  @Mixin ExperimentOptions options = new ExperimentOptions();

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
    refuseToReplan(PLANNED, "--resume goes on as it was planned");
    // Whatever is wrong with it is told before anything is opened.
    Optional<Planned> planned = resumed.isPresent() ? Optional.empty() : Optional.of(planned());
    try (Wiring wiring = Wiring.open(environment, global.memory())) {
      ExperimentArchive archive = new ExperimentArchive(wiring.stores().experiments());
      Beginning beginning =
          planned.isPresent()
              ? begin(planned.get(), archive)
              : archive.beginning(resumed.orElseThrow());
      ExperimentResult result = run(beginning, archive);
      Results.print(
          environment.out(), global.format(), () -> result, () -> ExperimentText.of(result));
      return ExitCode.DONE;
    }
  }

  private record Planned(ExperimentDesign design, ExperimentPlaces places) {}

  private Planned planned() {
    String a = required("--template-a", options.templateA());
    String b = required("--template-b", options.templateB());
    ExperimentPlaces places = options.places(environment, repository.path());
    List<String> known = Wiring.templates(environment).of(places.repository()).names();
    ExperimentDesign templates = ExperimentDesign.comparing(a, b, known);
    return new Planned(options.on(places.blocks(), templates), places);
  }

  private Beginning begin(Planned planned, ExperimentArchive archive) {
    ExperimentPlan plan = ExperimentPlan.draw(planned.design(), environment.clock().instant());
    plan.warnings().forEach(warning -> environment.err().println("warning: " + warning));
    environment.flush();
    Beginning beginning = new Beginning(plan, planned.places().places());
    archive.begin(planned.places().repository().id(), beginning);
    note("Cut off, it goes on with: kirolinter agent ab-test --resume " + plan.experimentId());
    return beginning;
  }

  private void refuseToReplan(List<String> planned, String found) {
    for (String option : planned) {
      if (resumed.isPresent() && spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new InvalidRequestException(
            ErrorMessage.cannot("use", "option", option)
                .found(found)
                .expected("--resume without it")
                .remedy("Leave it out, or begin another experiment."));
      }
    }
  }

  private ExperimentResult run(Beginning beginning, ExperimentArchive archive)
      throws InterruptedException {
    ExperimentPlan plan = beginning.plan();
    String id = resumed.orElse(plan.experimentId());
    List<PairResult> ended = archive.pairs(id);
    int most = most(plan.design(), ended.size());
    IsolatedTrials trials = IsolatedTrials.of(environment, beginning.places(), id);
    ExperimentResult result =
        Experiment.of(plan).resume(ended, trials, pair -> keep(pair, most, archive, id), most);
    if (isOver(result, most)) {
      archive.end(id, result.pairs(), environment.clock().instant());
    }
    return result;
  }

  private static boolean isOver(ExperimentResult result, int most) {
    return result.verdict() != Verdict.INCONCLUSIVE
        || result.pairs() == result.pairsPlanned()
        || result.pairs() < most;
  }

  /** How many pairs there are to be in all when this process ends. */
  private int most(ExperimentDesign design, int done) {
    if (design.stopping() == Stopping.OPEN_ENDED) {
      return options.pairsNow(done);
    }
    refuseToReplan(List.of("--runs"), "so many pairs were planned: " + design.pairs());
    return design.pairs();
  }

  private void keep(PairResult pair, int most, ExperimentArchive archive, String id) {
    archive.add(id, pair);
    note("pair %d of %d is done".formatted(pair.planned().number(), most));
  }

  private void note(String text) {
    if (!global.quiet()) {
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
