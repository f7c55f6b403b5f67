package io.kirolinter.cli.option;

import io.kirolinter.cli.option.value.RunIdConverter;
import io.kirolinter.core.run.RunId;
import picocli.CommandLine.Parameters;

/** Names the run that a command is about. */
public final class RunParameter {

  @Parameters(
      paramLabel = "RUN",
      converter = RunIdConverter.class,
      description = "The id of a run, as 'kirolinter agent runs' lists them.")
  private RunId id = RunId.of("00000000-000000-000000");

  /** {@return the id of the run} */
  public RunId id() {
    return id;
  }
}
