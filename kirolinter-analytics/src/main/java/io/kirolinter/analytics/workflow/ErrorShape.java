package io.kirolinter.analytics.workflow;

import io.kirolinter.core.memory.Redaction;
import java.util.regex.Pattern;

/** The form of an error message: what is quoted, where it happened and all numbers left out. */
final class ErrorShape {

  private static final int LONGEST = 160;

  private static final Pattern QUOTED = Pattern.compile("'[^']{1,300}'|\"[^\"]{1,300}\"");
  private static final Pattern PATH =
      Pattern.compile("(?:[A-Za-z]:)?[\\w.@~-]*(?:[/\\\\][\\w.@~+-]+)+");
  private static final Pattern HEX = Pattern.compile("\\b(?=\\w*\\d)[0-9a-fA-F]{7,}\\b");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:]\\d+)*");

  private ErrorShape() {}

  /** {@return the shape of the first line; secrets in it are masked} */
  static String of(String message) {
    String shape = Redaction.of(message.strip()).lines().findFirst().orElse("");
    shape = QUOTED.matcher(shape).replaceAll("'…'");
    shape = PATH.matcher(shape).replaceAll("<path>");
    shape = HEX.matcher(shape).replaceAll("<id>");
    shape = NUMBER.matcher(shape).replaceAll("<n>");
    return shape.length() <= LONGEST ? shape : shape.substring(0, LONGEST) + "…";
  }
}
