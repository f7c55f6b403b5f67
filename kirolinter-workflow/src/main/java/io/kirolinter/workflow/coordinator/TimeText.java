package io.kirolinter.workflow.coordinator;

import java.time.Duration;
import java.util.Locale;

/** Puts times into words: {@code 2h30m}, {@code 90s} as {@code 1m30s}. */
final class TimeText {

  private TimeText() {}

  static String of(Duration time) {
    String text = time.toString().substring("PT".length());
    return text.toLowerCase(Locale.ROOT);
  }
}
