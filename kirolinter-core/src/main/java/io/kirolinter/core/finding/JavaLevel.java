package io.kirolinter.core.finding;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Java that code is written for: its language and its library.
 *
 * @param feature 8 for what was once called 1.8
 */
public record JavaLevel(@JsonValue int feature) implements Comparable<JavaLevel> {

  private static final Pattern WRITTEN = Pattern.compile("(?:1\\.)?([1-9][0-9]?)(?:\\.0)?");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public JavaLevel {
    if (feature < 1) {
      throw new IllegalArgumentException("a level of Java is >= 1, was " + feature);
    }
  }

  public static JavaLevel of(int feature) {
    return new JavaLevel(feature);
  }

  /** {@return what build files write, such as {@code 1.6} or {@code 17}; empty if it is none} */
  public static Optional<JavaLevel> in(String text) {
    Matcher written = WRITTEN.matcher(text.strip());
    return written.matches()
        ? Optional.of(of(Integer.parseInt(written.group(1))))
        : Optional.empty();
  }

  @Override
  public int compareTo(JavaLevel other) {
    return Integer.compare(feature, other.feature);
  }

  @Override
  public String toString() {
    return "Java " + feature;
  }
}
