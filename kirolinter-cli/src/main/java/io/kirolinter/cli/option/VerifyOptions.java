package io.kirolinter.cli.option;

import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.trust.VerifyChoice;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that choose the command which fixes must pass. */
public final class VerifyOptions {

  @Option(
      names = "--verify",
      paramLabel = "CMD",
      description = "A shell command that must pass with the fixes, such as 'mvn -q test'.")
  private Optional<String> command = Optional.empty();

  @Option(
      names = "--no-verify",
      description = "Run no verify command, though the settings name one.")
  private boolean none;

  /**
   * {@return what settings chose, as far as it can be run: a command of theirs must not stand in
   * the way where it cannot}
   */
  public VerifyChoice limited(VerifyChoice settled, Repository place) {
    if (command.isPresent()) {
      return settled;
    }
    if (none) {
      return settled.without("--no-verify");
    }
    return place.head().isEmpty()
        ? settled.without("it runs on a checkout of a commit, and there is none")
        : settled;
  }

  /** {@return the command; empty if none was named} */
  public Optional<String> command() {
    return command;
  }

  /** {@return whether none is run} */
  public boolean none() {
    return none;
  }
}
