package io.kirolinter.cli.command;

import io.kirolinter.cli.output.ProgressLines;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.output.RunJson;
import io.kirolinter.cli.output.RunReport;
import io.kirolinter.cli.output.RunText;
import io.kirolinter.cli.wiring.Environment;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.workflow.coordinator.Confirmation;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunHandle;
import io.kirolinter.workflow.template.Templates;
import java.nio.file.Path;
import java.util.Optional;

/** A run that is in the journal, to be gone on with, by itself or by a new one. */
record OldRun(Environment environment, GlobalOptions global, RunId id) {

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
    ProgressLines progress =
        new ProgressLines(environment.err(), global.lineStyle(environment), environment.clock());
    try (Wiring wiring = Wiring.open(environment, global.memory);
        Coordinator coordinator = wiring.coordinator(progress, progress, Templates.builtIn())) {
      Run known = wiring.run(id);
      Repository place = Wiring.repository(environment, Path.of(known.plan().location()));
      RunHandle handle = way.go(coordinator, known, place, person(known));
      RunReport report = RunReport.of(Interrupts.await(handle), wiring.stores().journal());
      Results.print(
          environment.out(), global.format, () -> RunJson.of(report), () -> RunText.of(report));
      return RunExit.codeOf(report.run());
    }
  }

  private Optional<Confirmation> person(Run known) {
    return known.plan().mode() == RunMode.INTERACTIVE
        ? Optional.of(TerminalConfirmation.in(environment))
        : Optional.empty();
  }
}
