package io.kirolinter.cli;

import io.kirolinter.cli.command.CommandLines;
import io.kirolinter.cli.environment.Environment;
import java.util.List;

/** Starts the command line. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    if (List.of(args).contains("workflow")) {
      HeadStart.begin();
    }
    Environment environment = Environment.ofProcess();
    int exitCode = CommandLines.execute(environment, args);
    environment.flush();
    System.exit(exitCode);
  }
}
