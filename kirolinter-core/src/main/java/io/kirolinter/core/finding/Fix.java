package io.kirolinter.core.finding;

import io.kirolinter.core.source.TextEdit;
import java.util.List;

/**
 * How a finding can be made to go away: edits of exactly that version of the file in which it was
 * found.
 *
 * @param level never {@link FixLevel#NONE}
 * @param description in the imperative, without a full stop, such as {@code Remove the import}
 * @param edits at least one; they do not overlap
 */
public record Fix(FixLevel level, String description, List<TextEdit> edits) {

  public Fix {
    edits = List.copyOf(edits);
    if (level == FixLevel.NONE || edits.isEmpty()) {
      throw new IllegalArgumentException(
          "a fix has a level and at least one edit, was %s with %d".formatted(level, edits.size()));
    }
  }
}
