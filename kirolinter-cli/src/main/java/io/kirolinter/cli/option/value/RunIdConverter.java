package io.kirolinter.cli.option.value;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.run.RunId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the id of a run. */
public final class RunIdConverter implements ITypeConverter<RunId> {

  @Override
  public RunId convert(String value) {
    try {
      return RunId.of(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          ErrorMessage.cannot("use", "run", value)
              .found("it is no id of a run")
              .expected("an id such as 20261122-181530-4f2ac1")
              .remedy("'kirolinter agent runs' lists them.")
              .text());
    }
  }
}
