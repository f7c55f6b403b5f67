package io.kirolinter.cli.command.run;

import io.kirolinter.cli.dialogue.Person;
import io.kirolinter.cli.dialogue.RunDialogue;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.Interrupts;
import io.kirolinter.cli.exit.RunExit;
import io.kirolinter.cli.option.AnswerOptions;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.output.ProgressLines;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.output.RunJson;
import io.kirolinter.cli.output.RunReport;
import io.kirolinter.cli.output.RunText;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunHandle;
import io.kirolinter.workflow.question.Confirmation;
import io.kirolinter.workflow.template.Templates;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A run that is in the journal, to be gone on with, by itself or by a new one.
 *
 * @param answers those that were given beforehand
 */
record OldRun(Environment environment, GlobalOptions global, RunId id, AnswerOptions answers) {

  /** How it is gone on with. */
  @FunctionalInterface
  interface Way {

    /**
     * {@return the run that works from here on}
     *
     * @param person who is asked; present exactly if the old run is interactive
     */
    RunHandle go(
        Coordinator coordinator, Run known, Repository place, Optional<Confirmation> person);
  }

  /** Goes on, prints what came of it, and gives the exit code. */
  int goOn(Way way) throws Exception {
    return switchedTo(Optional.empty(), way);
  }

  /** Goes on in another mode, if one is wanted. */
  int switchedTo(Optional<RunMode> mode, Way way) throws Exception {
    ProgressLines progress =
        new ProgressLines(environment.err(), global.lineStyle(environment), environment.clock());
    try (Wiring wiring = Wiring.open(environment, global.memory());
        Coordinator coordinator = wiring.coordinator(progress, progress, Templates.builtIn())) {
      Run known = wiring.run(id);
      Repository place = Wiring.repository(environment, Path.of(known.plan().location()));
      Optional<RunDialogue> dialogue = dialogue(known, mode.orElse(known.mode()));
      dialogue.ifPresent(person -> progress.fitInto(person::columns));
      Run changed = mode.map(to -> switched(coordinator, place, to)).orElse(known);
      Run reached =
          mode.filter(RunMode.BACKGROUND::equals).isPresent()
              ? changed
              : Interrupts.await(
                  way.go(coordinator, changed, place, dialogue.map(person -> person)),
                  dialogue,
                  environment.err());
      RunReport report = RunReport.of(reached, wiring.stores().journal());
      Results.print(
          environment.out(), global.format(), () -> RunJson.of(report), () -> RunText.of(report));
      return RunExit.codeOf(report.run());
    }
  }

  private Run switched(Coordinator coordinator, Repository place, RunMode mode) {
    return coordinator.switchMode(id, place, mode, Person.at(environment));
  }

  private Optional<RunDialogue> dialogue(Run known, RunMode mode) {
    List<String> steps = known.plan().steps().stream().map(PlannedStep::name).toList();
    return answers.dialogue(mode, steps, global, environment);
  }
}
