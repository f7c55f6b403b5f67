package io.kirolinter.core.source;

import java.util.Collection;
import java.util.List;

/** Applies edits to text. */
public final class TextEdits {

  private TextEdits() {}

  /**
   * {@return the text after all edits, which count their offsets in {@code text} as it was}
   *
   * @throws IllegalArgumentException if two edits overlap or one ends behind the text
   */
  public static String apply(String text, Collection<TextEdit> edits) {
    StringBuilder result = new StringBuilder(text.length() + 64);
    int copied = 0;
    for (TextEdit edit : inOrder(text, edits)) {
      result.append(text, copied, edit.start()).append(edit.replacement());
      copied = edit.end();
    }
    return result.append(text, copied, text.length()).toString();
  }

  /** {@return whether any edit of the one collection overlaps any of the other} */
  public static boolean overlap(Collection<TextEdit> some, Collection<TextEdit> others) {
    return some.stream().anyMatch(edit -> others.stream().anyMatch(edit::overlaps));
  }

  private static List<TextEdit> inOrder(String text, Collection<TextEdit> edits) {
    List<TextEdit> sorted = edits.stream().sorted().toList();
    for (int i = 0; i < sorted.size(); i++) {
      TextEdit edit = sorted.get(i);
      if (edit.end() > text.length() || (i > 0 && sorted.get(i - 1).overlaps(edit))) {
        throw new IllegalArgumentException(
            "edits must not overlap and must end within %d chars, was %s"
                .formatted(text.length(), edit));
      }
    }
    return sorted;
  }
}
