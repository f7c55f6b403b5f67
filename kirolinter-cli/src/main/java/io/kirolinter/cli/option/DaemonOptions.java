package io.kirolinter.cli.option;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a job's daemon, where it is started with the job. */
public final class DaemonOptions {

  private @Mixin DaemonRunOptions run = new DaemonRunOptions();

  @Option(
      names = "--foreground",
      description = "With --mode background: start no daemon, and fire the jobs here until Ctrl-C.")
  private boolean foreground;

  @Option(
      names = "--no-daemon",
      description = "With --mode background: only add the job; some daemon will fire it.")
  private boolean noDaemon;

  /** {@return what the daemon is told} */
  public DaemonRunOptions run() {
    return run;
  }

  /** {@return whether the jobs are fired here} */
  public boolean foreground() {
    return foreground;
  }

  /** {@return whether no daemon is started} */
  public boolean noDaemon() {
    return noDaemon;
  }
}
