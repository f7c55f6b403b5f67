package io.kirolinter.cli;

import io.kirolinter.cli.command.CommandLines;
import io.kirolinter.cli.wiring.Environment;

/**
 * Runs a command as {@link Main} does, and loads the classes for a Redis and for analytics too: the
 * launcher archives what one process has loaded.
 */
public final class Training {

  /** A port on which no Redis is. */
  private static final String NOWHERE = "redis://127.0.0.1:1";

  private Training() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    Environment environment = Environment.ofProcess();
    CommandLines.execute(environment, "agent", "runs", "--memory", NOWHERE);
    int exitCode = CommandLines.execute(environment, args);
    CommandLines.execute(environment, "agent", "analytics", "--all-repos", "--workflows");
    environment.flush();
    System.exit(exitCode);
  }
}
