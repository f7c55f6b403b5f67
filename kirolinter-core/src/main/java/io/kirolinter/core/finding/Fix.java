package io.kirolinter.core.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Optional;

/**
 * How a finding can be made to go away: edits of exactly that version of the file in which it was
 * found.
 *
 * @param level never {@link FixLevel#NONE}
 * @param description in the imperative, without a full stop, such as {@code Remove the import}
 * @param edits at least one; they do not overlap
 * @param leastJava the oldest Java that has what the edits use; empty if any has
 */
public record Fix(
    FixLevel level,
    String description,
    List<TextEdit> edits,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<JavaLevel> leastJava) {

  public Fix {
    edits = List.copyOf(edits);
    requireNonNull(leastJava, "leastJava");
    if (level == FixLevel.NONE || edits.isEmpty()) {
      throw new IllegalArgumentException(
          "a fix has a level and at least one edit, was %s with %d".formatted(level, edits.size()));
    }
  }

  /** Makes a fix that any Java understands. */
  public Fix(FixLevel level, String description, List<TextEdit> edits) {
    this(level, description, edits, Optional.empty());
  }

  public Fix withLevel(FixLevel wanted) {
    return new Fix(wanted, description, edits, leastJava);
  }

  /** {@return the same fix, which uses what older ones do not have} */
  public Fix needing(JavaLevel least) {
    return new Fix(level, description, edits, Optional.of(least));
  }
}
