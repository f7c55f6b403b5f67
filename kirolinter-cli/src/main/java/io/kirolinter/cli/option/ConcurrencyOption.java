package io.kirolinter.cli.option;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import picocli.CommandLine.Option;

/** How many runs of jobs are done at a time. */
public final class ConcurrencyOption {

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many runs the daemon does at a time, each of another job; 1 if left out.")
  int concurrency = 1;

  /** {@return the number, checked} */
  public int required() {
    if (concurrency < 1) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("use", "option", "--concurrency")
              .found("it was " + concurrency)
              .expected("1 or more")
              .remedy("Leave it out to do one run at a time."));
    }
    return concurrency;
  }
}
