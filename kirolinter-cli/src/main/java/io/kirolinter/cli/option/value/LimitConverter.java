package io.kirolinter.cli.option.value;

import io.kirolinter.core.error.ErrorMessage;
import java.util.OptionalInt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads limits such as {@code 200}; {@code none} or 0 is no limit. */
public final class LimitConverter implements ITypeConverter<OptionalInt> {

  @Override
  public OptionalInt convert(String value) {
    if (value.equals("none")) {
      return OptionalInt.empty();
    }
    if (!value.matches("\\d{1,9}")) {
      throw new TypeConversionException(
          ErrorMessage.cannot("use", "limit", value)
              .found("it is no whole number")
              .expected("1 or more, or 'none'")
              .remedy("Write it like 200.")
              .text());
    }
    int limit = Integer.parseInt(value);
    return limit == 0 ? OptionalInt.empty() : OptionalInt.of(limit);
  }
}
