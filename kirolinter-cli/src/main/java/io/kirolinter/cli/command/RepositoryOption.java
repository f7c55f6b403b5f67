package io.kirolinter.cli.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Names the repository that a command is about. */
final class RepositoryOption {

  @Option(
      names = "--repo",
      paramLabel = "R",
      description = "The repository, or a folder inside it; the current folder by default.")
  Path path = Path.of(".");
}
