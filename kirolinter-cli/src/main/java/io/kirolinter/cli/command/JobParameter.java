package io.kirolinter.cli.command;

import picocli.CommandLine.Parameters;

/** The job that a command is about. */
final class JobParameter {

  @Parameters(paramLabel = "JOB", description = "The id of the job; 'agent jobs' lists them.")
  String id = "";
}
