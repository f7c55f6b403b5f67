package io.kirolinter.cli.option.value;

import io.kirolinter.cli.wiring.RepositoryPlace;
import picocli.CommandLine.ITypeConverter;

/** Reads the place of a repository. */
public final class RepositoryPlaceConverter implements ITypeConverter<RepositoryPlace> {

  @Override
  public RepositoryPlace convert(String text) {
    return new RepositoryPlace(text);
  }
}
