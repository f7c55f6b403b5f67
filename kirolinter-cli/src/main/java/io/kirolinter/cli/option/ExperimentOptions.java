package io.kirolinter.cli.option;

import io.kirolinter.analytics.experiment.Blocks;
import io.kirolinter.analytics.experiment.ExperimentDesign;
import io.kirolinter.analytics.experiment.Stopping;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.trial.ExperimentPlaces;
import io.kirolinter.cli.wiring.RepositoryPlace;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.repository.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** What an experiment is to be like; all of it is decided before its first pair. */
public final class ExperimentOptions {

  private static final int USUAL_PAIRS = 30;

  @Option(names = "--template-a", paramLabel = "A", description = "One template.")
  private Optional<String> templateA = Optional.empty();

  @Option(names = "--template-b", paramLabel = "B", description = "The other.")
  private Optional<String> templateB = Optional.empty();

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = {
        "How many pairs; fewer than 6 can never name a winner. 30 by default, or as many as there",
        "are commits. With --open-ended, how many pairs to run now."
      })
  Optional<Integer> pairs = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description = "From which the order and the commits are drawn; 0 by default.")
  long seed;

  @Option(
      names = "--commits",
      paramLabel = "K",
      description = "Run on K commits drawn from the newest 1,000, in place of the one at hand.")
  Optional<Integer> commits = Optional.empty();

  @Option(
      names = "--repos",
      paramLabel = "FILE",
      description = "Run on the repositories that a file names, one a line.")
  Optional<Path> repositories = Optional.empty();

  @Option(
      names = "--all-pairs",
      description = "Run all pairs and only look then, to judge success and duration more sharply.")
  boolean allPairs;

  @Option(
      names = "--open-ended",
      description = "Plan no number of pairs: go on, today or later, until there is a winner.")
  boolean openEnded;

  /** With an open end: how many pairs there are to be after this process. */
  public int pairsNow(int done) {
    int more = pairs.orElse(USUAL_PAIRS);
    if (more < 1) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("use", "option", "--runs")
              .found("it was " + more)
              .expected("1 or more")
              .remedy("Leave it out for 30 pairs."));
    }
    return done + more;
  }

  /** The places, which come with the kind of blocks they are. */
  public ExperimentPlaces places(Environment environment, RepositoryPlace repository) {
    List<Repository> all =
        repositories
            .map(file -> ExperimentPlaces.listedIn(environment, file))
            .orElseGet(() -> List.of(Wiring.repository(environment, repository)));
    OptionalInt drawn = commits.isPresent() ? OptionalInt.of(commits.get()) : OptionalInt.empty();
    return ExperimentPlaces.of(all, drawn, seed);
  }

  /** The design, but for its templates. */
  public ExperimentDesign on(Blocks blocks, ExperimentDesign templates) {
    if (openEnded) {
      pairsNow(0); // which refuses what cannot be, before anything is written
    }
    return templates
        .withSeed(seed)
        .withBlocks(blocks)
        .withStopping(stopping())
        .withPairs(
            openEnded
                ? ExperimentDesign.MOST_PAIRS
                : pairs.orElse(blocks.count() > 1 ? blocks.count() : USUAL_PAIRS));
  }

  private Stopping stopping() {
    if (openEnded && allPairs) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("use", "option", "--all-pairs")
              .found("--open-ended plans no number of pairs")
              .expected("one of the two")
              .remedy("Leave one of them out."));
    }
    return openEnded
        ? Stopping.OPEN_ENDED
        : allPairs ? Stopping.AT_PLANNED_END : Stopping.WHEN_DECIDED;
  }

  /** {@return one template} */
  public Optional<String> templateA() {
    return templateA;
  }

  /** {@return the other one} */
  public Optional<String> templateB() {
    return templateB;
  }
}
