package io.kirolinter.cli.option;

import io.kirolinter.cli.option.value.RepositoryPlaceConverter;
import io.kirolinter.cli.wiring.RepositoryPlace;
import picocli.CommandLine.Option;

/** Names the repository that a command is about. */
public final class RepositoryOption {

  @Option(
      names = "--repo",
      paramLabel = "R",
      converter = RepositoryPlaceConverter.class,
      description =
          "The repository, a folder inside it, or its address (https, ssh, file); the current folder "
              + "by default.")
  private RepositoryPlace path = RepositoryPlace.here();

  /** {@return where the repository is} */
  public RepositoryPlace path() {
    return path;
  }
}
