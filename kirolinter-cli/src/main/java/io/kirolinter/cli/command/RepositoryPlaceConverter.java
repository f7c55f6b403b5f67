package io.kirolinter.cli.command;

import io.kirolinter.cli.wiring.RepositoryPlace;
import picocli.CommandLine.ITypeConverter;

/** Reads the place of a repository. */
final class RepositoryPlaceConverter implements ITypeConverter<RepositoryPlace> {

  @Override
  public RepositoryPlace convert(String text) {
    return new RepositoryPlace(text);
  }
}
