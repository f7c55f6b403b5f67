package io.kirolinter.cli.option;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.option.value.KeepConverter;
import io.kirolinter.cli.option.value.LimitConverter;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.error.KiroLinterException;
import io.kirolinter.workflow.retention.RetentionPolicy;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** The options that say what is kept. */
public final class RetentionOptions {

  @Option(
      names = "--keep",
      paramLabel = "TIME",
      converter = KeepConverter.class,
      description =
          "How long runs, observations and experiments are kept: 90d unless KIROLINTER_KEEP names "
              + "another time; none for ever.")
  Duration age = RetentionPolicy.standard().age();

  @Option(
      names = "--keep-runs",
      paramLabel = "N",
      converter = LimitConverter.class,
      description =
          "How many runs of a repository are kept: 10000 unless KIROLINTER_KEEP_RUNS names another "
              + "number; none for all.")
  OptionalInt runs = OptionalInt.of(RetentionPolicy.standard().runs());

  /** {@return these options for another command} */
  List<String> arguments() {
    String keep = age.equals(KeepConverter.FOREVER) ? "none" : age.toHours() + "h";
    String most = runs.isPresent() ? String.valueOf(runs.getAsInt()) : "none";
    return List.of("--keep", keep.equals("0h") ? "1h" : keep, "--keep-runs", most);
  }

  public RetentionPolicy policy() {
    return RetentionPolicy.standard().withAge(age).withRuns(runs.orElse(Integer.MAX_VALUE));
  }

  /**
   * Deletes what is too old, at most once a day. Work that is done is not spoilt by its failure.
   */
  public void applyIfDue(Wiring wiring, Environment environment) {
    try {
      wiring.retention().applyIfDue(policy());
    } catch (KiroLinterException e) {
      environment.err().println("Note: what is old was not deleted. " + e.getMessage());
      environment.err().flush();
    }
  }
}
