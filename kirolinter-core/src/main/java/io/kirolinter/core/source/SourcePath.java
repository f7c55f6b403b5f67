package io.kirolinter.core.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/**
 * The place of a file inside its repository: relative, with {@code /} between its parts, and never
 * out of the repository.
 *
 * @param value such as {@code src/main/java/a/B.java}
 */
public record SourcePath(@JsonValue String value) implements Comparable<SourcePath> {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SourcePath {
    if (value.isEmpty() || value.startsWith("/") || leavesItsRoot(value)) {
      throw new IllegalArgumentException(
          "path must be relative and stay inside its repository, was '" + value + "'");
    }
  }

  public static SourcePath of(String value) {
    return new SourcePath(value);
  }

  /** {@return the last part, such as {@code B.java}} */
  public String fileName() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  /** {@return the folder, such as {@code src/main/java/a}; empty at the top} */
  public String folder() {
    int slash = value.lastIndexOf('/');
    return slash < 0 ? "" : value.substring(0, slash);
  }

  @Override
  public int compareTo(SourcePath other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static boolean leavesItsRoot(String value) {
    return value.contains("..") && Arrays.asList(value.split("/", -1)).contains("..");
  }
}
