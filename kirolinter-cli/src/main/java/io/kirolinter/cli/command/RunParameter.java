package io.kirolinter.cli.command;

import io.kirolinter.core.run.RunId;
import picocli.CommandLine.Parameters;

/** Names the run that a command is about. */
final class RunParameter {

  @Parameters(
      paramLabel = "RUN",
      converter = RunIdConverter.class,
      description = "The id of a run, as 'kirolinter agent runs' lists them.")
  RunId id = RunId.of("00000000-000000-000000");
}
