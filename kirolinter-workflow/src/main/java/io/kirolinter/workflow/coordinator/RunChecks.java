package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.workflow.question.Confirmation;
import java.util.Optional;

/** What is required of a run before anything is done with it. */
final class RunChecks {

  private RunChecks() {}

  /** Requires that the run is one of this repository. */
  static void requireSame(Run run, Repository repository) {
    if (!run.plan().repository().equals(repository.id())) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("use", "run", run.id().value())
              .found("it works on '%s'".formatted(run.plan().repository()))
              .expected("a run of '%s'".formatted(repository.id()))
              .remedy("Name the repository of the run: " + run.plan().location()));
    }
  }

  /** Requires that somebody is there to be asked, if the run asks. */
  static void requirePerson(String action, Run run, Optional<Confirmation> confirmation) {
    if (run.mode() == RunMode.INTERACTIVE && confirmation.isEmpty()) {
      throw new InvalidRequestException(
          ErrorMessage.cannot(action, "run", run.id().value())
              .found("it asks a person before each step")
              .expected("somebody who can be asked")
              .remedy("Do it where you can answer, or let it go on in another mode."));
    }
  }

  /** Requires that the run can end without anybody to ask. */
  static void requireUnattended(String template, RunRequest request) {
    if (request.mode() == RunMode.INTERACTIVE) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("queue", "workflow", template)
              .found("it asks a person before each step")
              .expected("a run that a worker can end by itself")
              .remedy("Start it where you can answer, or in another mode."));
    }
  }
}
