package io.kirolinter.cli.option.value;

import io.kirolinter.core.error.ErrorMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads time limits such as {@code 90s} for all steps and {@code fix=2h} for one. */
public final class StepTimeoutConverter implements ITypeConverter<StepTimeout> {

  private static final Pattern FORM = Pattern.compile("(?:([^=]+)=)?(\\d{1,6})([smhd])");

  @Override
  public StepTimeout convert(String value) {
    Matcher matcher = FORM.matcher(value);
    if (!matcher.matches() || Long.parseLong(matcher.group(2)) == 0) {
      throw new TypeConversionException(
          ErrorMessage.cannot("use", "time limit", value)
              .found("it is no time of a second or more")
              .expected("a number and s, m, h or d, with 'STEP=' before it for one step")
              .remedy("Write it like 30m or fix=2h.")
              .text());
    }
    return new StepTimeout(
        Optional.ofNullable(matcher.group(1)),
        time(Long.parseLong(matcher.group(2)), matcher.group(3)));
  }

  private static Duration time(long amount, String unit) {
    return switch (unit) {
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }
}
