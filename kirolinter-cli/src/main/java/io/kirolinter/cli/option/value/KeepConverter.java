package io.kirolinter.cli.option.value;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** Reads for how long something is kept: {@code 90d}, {@code 12w}; {@code none} is no limit. */
public final class KeepConverter implements ITypeConverter<Duration> {

  /** Older than anything that is kept. */
  public static final Duration FOREVER = Duration.ofDays(365_000);

  private final IntervalConverter interval = new IntervalConverter();

  @Override
  public Duration convert(String value) {
    return value.equals("none") ? FOREVER : interval.convert(value);
  }
}
