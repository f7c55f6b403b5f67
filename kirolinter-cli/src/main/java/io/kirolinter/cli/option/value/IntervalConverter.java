package io.kirolinter.cli.option.value;

import io.kirolinter.core.error.ErrorMessage;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads times such as {@code 30m}, {@code 24h}, {@code 7d} and {@code 2w}. */
public final class IntervalConverter implements ITypeConverter<Duration> {

  private static final Pattern FORM = Pattern.compile("(\\d{1,6})([mhdw])");

  @Override
  public Duration convert(String value) {
    Matcher matcher = FORM.matcher(value);
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
      throw new TypeConversionException(
          ErrorMessage.cannot("use", "interval", value)
              .found("it is no time of a minute or more")
              .expected("a number and m, h, d or w")
              .remedy("Write it like 30m, 24h, 7d or 2w.")
              .text());
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      case "d" -> Duration.ofDays(amount);
      default -> Duration.ofDays(7 * amount);
    };
  }
}
