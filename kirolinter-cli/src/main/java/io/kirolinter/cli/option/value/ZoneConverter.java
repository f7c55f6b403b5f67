package io.kirolinter.cli.option.value;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.NearestName;
import java.time.DateTimeException;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the names of time zones, such as {@code Europe/Berlin}. */
public final class ZoneConverter implements ITypeConverter<ZoneId> {

  @Override
  public ZoneId convert(String value) {
    try {
      return ZoneId.of(value);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          ErrorMessage.cannot("use", "time zone", value)
              .found("there is none of this name")
              .expected("a name such as Europe/Berlin or UTC")
              .remedy(
                  NearestName.to(value, ZoneId.getAvailableZoneIds())
                      .map(near -> "Did you mean '" + near + "'?")
                      .orElse("Leave it out for the zone of this machine."))
              .text());
    }
  }
}
