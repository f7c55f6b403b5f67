package io.kirolinter.cli.trial;

import io.kirolinter.agents.git.MainLine;
import io.kirolinter.analytics.experiment.Blocks;
import io.kirolinter.analytics.experiment.Place;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.wiring.RepositoryPlace;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * The snapshots that an experiment runs on.
 *
 * @param repository the one that the experiment is kept under: the first, if there are more
 */
public record ExperimentPlaces(Repository repository, Blocks blocks, List<Place> places) {

  /** Commits are drawn from so many of the newest. */
  private static final int NEWEST = 1_000;

  public ExperimentPlaces {
    places = List.copyOf(places);
  }

  /**
   * {@return the commits that are checked out, or ones that are drawn}
   *
   * @param repositories one or more
   * @param commits how many to draw from the newest 1,000 of each repository, without those that
   *     merges brought in; empty for the one that is checked out
   * @param seed from which they are drawn
   * @throws InvalidRequestException if a repository has none, or not so many
   */
  public static ExperimentPlaces of(List<Repository> repositories, OptionalInt commits, long seed) {
    List<Place> places = new ArrayList<>();
    for (Repository repository : repositories) {
      CommitId head = commitOf(repository);
      List<CommitId> chosen =
          commits.isPresent() ? drawn(repository, head, commits.getAsInt(), seed) : List.of(head);
      String location = repository.location().toString();
      chosen.forEach(commit -> places.add(new Place(location, commit)));
    }
    return new ExperimentPlaces(repositories.get(0), blocks(repositories, commits, places), places);
  }

  /**
   * {@return the repositories that a file names, one a line; lines that are empty or begin with
   * {@code #} are left out}
   *
   * @throws InvalidRequestException if it cannot be read or names none
   */
  public static List<Repository> listedIn(Environment environment, Path file) {
    List<Repository> repositories = new ArrayList<>();
    for (String line : lines(environment.folder().resolve(file))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        repositories.add(Wiring.repository(environment, new RepositoryPlace(line.strip())));
      }
    }
    if (repositories.isEmpty()) {
      throw unreadable(file, "it names no repository");
    }
    return repositories;
  }

  private static Blocks blocks(
      List<Repository> repositories, OptionalInt commits, List<Place> places) {
    if (repositories.size() > 1) {
      return Blocks.given(places.size());
    }
    return commits.isPresent() ? Blocks.drawn(places.size()) : Blocks.one();
  }

  private static List<CommitId> drawn(Repository repository, CommitId head, int count, long seed) {
    List<CommitId> left = new ArrayList<>(MainLine.of(repository, head, NEWEST));
    if (count < 1 || count > left.size()) {
      throw tooFew(repository, count, left.size());
    }
    SplittableRandom random = new SplittableRandom(seed);
    List<CommitId> drawn = new ArrayList<>();
    while (drawn.size() < count) {
      drawn.add(left.remove(random.nextInt(left.size())));
    }
    return drawn;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw unreadable(file, "it cannot be read as text");
    }
  }

  private static InvalidRequestException unreadable(Path file, String found) {
    return new InvalidRequestException(
        ErrorMessage.cannot("read", "list of repositories", file.toString())
            .found(found)
            .expected("the path of a repository on each line")
            .remedy("Write one path a line; # begins a comment."));
  }

  private static InvalidRequestException tooFew(Repository repository, int count, int there) {
    return new InvalidRequestException(
        ErrorMessage.cannot("draw", "commits of", repository.location().toString())
            .found("%d were asked for, and %d are there".formatted(count, there))
            .expected("1 to " + there)
            .remedy("Ask for fewer with --commits."));
  }

  /** {@return the commit that is checked out} */
  static CommitId commitOf(Repository repository) {
    return repository.head().orElseThrow(() -> noCommit(repository));
  }

  private static InvalidRequestException noCommit(Repository original) {
    return new InvalidRequestException(
        ErrorMessage.cannot("test", "repository", original.location().toString())
            .found("it has no commit")
            .expected("a commit that both templates start from")
            .remedy("Commit the code first."));
  }
}
