package io.kirolinter.cli.option;

import picocli.CommandLine.Parameters;

/** The job that a command is about. */
public final class JobParameter {

  @Parameters(paramLabel = "JOB", description = "The id of the job; 'agent jobs' lists them.")
  private String id = "";

  /** {@return the id of the job} */
  public String id() {
    return id;
  }
}
