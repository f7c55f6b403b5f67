package io.kirolinter.cli.option;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.option.value.IntervalConverter;
import io.kirolinter.cli.wiring.InsightRequest;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.repository.Repository;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say what is looked at: which repository, and how far back. */
public final class WindowOptions {

  @Option(
      names = "--repo",
      paramLabel = "PATH",
      defaultValue = ".",
      description = "The repository, or a folder in it; the current folder by default.")
  Path path = Path.of(".");

  @Option(names = "--all-repos", description = "All repositories together, in place of one.")
  boolean all;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      defaultValue = "30d",
      converter = IntervalConverter.class,
      description = "How far back, such as 24h, 30d (the default) or 8w.")
  Duration since = Duration.ofDays(30);

  /** {@return the repository that is looked at; empty for all} */
  public Optional<Repository> repository(Environment environment) {
    return all ? Optional.empty() : Optional.of(Wiring.repository(environment, path));
  }

  public InsightRequest request(Environment environment) {
    return all
        ? new InsightRequest(Optional.empty(), ".", since)
        : new InsightRequest(
            Optional.of(Wiring.repository(environment, path).id()), path.toString(), since);
  }
}
