package io.kirolinter.cli.option;

import io.kirolinter.cli.option.value.StepTimeout;
import io.kirolinter.cli.option.value.StepTimeoutConverter;
import io.kirolinter.core.run.RunOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option that says how long steps may take. */
public final class StepTimeoutOption {

  @Option(
      names = "--step-timeout",
      split = ",",
      paramLabel = "[STEP=]TIME",
      converter = StepTimeoutConverter.class,
      description =
          "How long one attempt of a step may take, such as 30m for all or fix=2h for one; by"
              + " default 2h, and 24h for fix.")
  List<StepTimeout> limits = new ArrayList<>();

  /**
   * {@return the options with these limits added}
   *
   * @param steps those that the run has
   */
  public RunOptions in(RunOptions options, List<String> steps) {
    Map<String, Duration> all = new HashMap<>(options.stepTimeouts());
    limits.stream()
        .filter(limit -> limit.step().isEmpty())
        .forEach(limit -> steps.forEach(step -> all.put(step, limit.limit())));
    limits.forEach(limit -> limit.step().ifPresent(step -> all.put(step, limit.limit())));
    return options.withStepTimeouts(all);
  }
}
