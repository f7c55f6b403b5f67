package io.kirolinter.cli.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a job's daemon, where it is started with the job. */
final class DaemonOptions {

  @Mixin DaemonRunOptions run = new DaemonRunOptions();

  @Option(
      names = "--foreground",
      description = "With --mode background: start no daemon, and fire the jobs here until Ctrl-C.")
  boolean foreground;

  @Option(
      names = "--no-daemon",
      description = "With --mode background: only add the job; some daemon will fire it.")
  boolean noDaemon;
}
