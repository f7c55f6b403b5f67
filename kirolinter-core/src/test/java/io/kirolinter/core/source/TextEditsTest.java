package io.kirolinter.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextEditsTest {

  @Test
  void agreesWithEditingFromTheEndOnRandomEdits() {
    Random random = new Random(20261122);
    for (int round = 0; round < 2_000; round++) {
      String text = randomText(random, random.nextInt(40));
      List<TextEdit> edits = randomEdits(random, text.length());
      String expected = fromTheEnd(text, edits);
      Collections.shuffle(edits, random);

      String edited = TextEdits.apply(text, edits);

      assertThat(edited).isEqualTo(expected);
      int growth = edits.stream().mapToInt(TextEdit::growth).sum();
      assertThat(edited).hasSize(text.length() + growth);
    }
  }

  @Test
  void withoutEditsNothingChanges() {
    assertThat(TextEdits.apply("a\r\nb", List.of())).isEqualTo("a\r\nb");
  }

  @Test
  void refusesEditsThatOverlapOrLieOutside() {
    assertRefused(new TextEdit(0, 3, "x"), new TextEdit(2, 4, "y"));
    assertRefused(new TextEdit(0, 4, "x"), new TextEdit(1, 2, "y"));
    assertRefused(TextEdit.insertion(2, "x"), TextEdit.insertion(2, "y"));
    assertRefused(TextEdit.insertion(2, "x"), TextEdit.deletion(2, 3));
    assertRefused(TextEdit.insertion(2, "x"), TextEdit.deletion(1, 3));
    assertRefused(new TextEdit(3, 6, ""));
    assertRefused(TextEdit.insertion(6, "x"));
  }

  @Test
  void takesEditsThatTouchAtTheirEnds() {
    assertThat(TextEdits.apply("abcde", List.of(TextEdit.deletion(0, 2), new TextEdit(2, 3, "X"))))
        .isEqualTo("Xde");
    assertThat(
            TextEdits.apply("abcde", List.of(TextEdit.deletion(1, 2), TextEdit.insertion(2, "-"))))
        .isEqualTo("a-cde");
    assertThat(TextEdits.apply("abcde", List.of(TextEdit.insertion(5, "!")))).isEqualTo("abcde!");
  }

  @Test
  void overlapLooksAtAllPairs() {
    List<TextEdit> some = List.of(TextEdit.deletion(0, 2), TextEdit.deletion(10, 12));

    assertThat(TextEdits.overlap(some, List.of(TextEdit.deletion(11, 20)))).isTrue();
    assertThat(TextEdits.overlap(some, List.of(TextEdit.deletion(2, 10)))).isFalse();
    assertThat(TextEdits.overlap(some, List.of())).isFalse();
  }

  @Test
  void anEditDoesNotEndBeforeItStarts() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TextEdit(3, 2, ""));
    assertThatIllegalArgumentException().isThrownBy(() -> new TextEdit(-1, 2, ""));
    assertThat(new TextEdit(1, 3, "")).isLessThan(new TextEdit(2, 2, ""));
    assertThat(new TextEdit(1, 2, "")).isLessThan(new TextEdit(1, 3, ""));
  }

  private static void assertRefused(TextEdit... edits) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TextEdits.apply("abcde", List.of(edits)))
        .withMessageContaining("5 chars");
  }

  /** Edits in order, with at least one char between an edit and the next. */
  private static List<TextEdit> randomEdits(Random random, int length) {
    List<TextEdit> edits = new ArrayList<>();
    int at = random.nextInt(4);
    while (at <= length) {
      int end = Math.min(length, at + random.nextInt(4));
      edits.add(new TextEdit(at, end, randomText(random, random.nextInt(4))));
      at = end + 1 + random.nextInt(5);
    }
    return edits;
  }

  private static String fromTheEnd(String text, List<TextEdit> inOrder) {
    StringBuilder result = new StringBuilder(text);
    for (int i = inOrder.size() - 1; i >= 0; i--) {
      TextEdit edit = inOrder.get(i);
      result.replace(edit.start(), edit.end(), edit.replacement());
    }
    return result.toString();
  }

  private static String randomText(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append("abc\nä".charAt(random.nextInt(5)));
    }
    return text.toString();
  }
}
