package io.kirolinter.cli.option;

import io.kirolinter.cli.wiring.WorkerPlaces;
import java.util.List;
import picocli.CommandLine.Option;

/** Whether a daemon runs commands that its user does not trust. */
public final class AllowCommandsOption {

  @Option(
      names = "--allow-commands",
      description = "As for 'kirolinter worker': run verify commands that nobody trusts here.")
  private boolean given;

  /** {@return this option for another command} */
  public List<String> arguments() {
    return given ? List.of("--allow-commands") : List.of();
  }

  /** {@return the places, with all commands allowed where the user wants that} */
  public WorkerPlaces places(WorkerPlaces usual) {
    return given ? usual.allowingAll() : usual;
  }
}
