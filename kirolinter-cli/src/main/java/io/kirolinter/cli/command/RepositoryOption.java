package io.kirolinter.cli.command;

import io.kirolinter.cli.wiring.RepositoryPlace;
import picocli.CommandLine.Option;

/** Names the repository that a command is about. */
final class RepositoryOption {

  @Option(
      names = "--repo",
      paramLabel = "R",
      converter = RepositoryPlaceConverter.class,
      description =
          "The repository, a folder inside it, or its address (https, ssh, file); the current folder "
              + "by default.")
  RepositoryPlace path = RepositoryPlace.here();
}
