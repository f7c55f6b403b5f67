package io.kirolinter.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineIndexTest {

  @ParameterizedTest
  @CsvSource(
      value = {"''|0", "a|1", "a~|1", "a~b|2", "~|1", "~~|2", "a~~b~|3"},
      delimiter = '|')
  void countsLinesWithEveryLineEnd(String pattern, int lines) {
    for (String end : new String[] {"\n", "\r\n", "\r"}) {
      assertThat(LineIndex.of(pattern.replace("~", end)).lines()).isEqualTo(lines);
    }
  }

  @Test
  void readsMixedLineEnds() {
    LineIndex index = LineIndex.of("a\r\nb\rc\n\n  d \t\r\n");

    assertThat(index.lines()).isEqualTo(5);
    assertThat(index.textOf(1)).isEqualTo("a");
    assertThat(index.textOf(2)).isEqualTo("b");
    assertThat(index.textOf(3)).isEqualTo("c");
    assertThat(index.textOf(4)).isEmpty();
    assertThat(index.textOf(5)).isEqualTo("  d \t");
  }

  @Test
  void countsLinesAndColumnsFromOne() {
    LineIndex index = LineIndex.of("ab\ncd\r\nef");

    assertThat(index.range(0, 2)).isEqualTo(new SourceRange(1, 1, 1, 3));
    assertThat(index.range(1, 4)).isEqualTo(new SourceRange(1, 2, 2, 2));
    assertThat(index.range(7, 9)).isEqualTo(new SourceRange(3, 1, 3, 3));
  }

  @Test
  void agreesWithCountingByHandOnRandomText() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      String text = randomText(random);
      LineIndex index = LineIndex.of(text);
      for (int offset = 0; offset < text.length(); offset++) {
        int line = lineByHand(text, offset);
        assertThat(index.lineOf(offset)).as("%d in %s", offset, text).isEqualTo(line);
        assertThat(offset).isBetween(index.startOf(line), index.endOf(line) - 1);
      }
    }
  }

  @Test
  void aRangeDoesNotEndBeforeItStarts() {
    assertThat(new SourceRange(2, 5, 2, 5)).isEqualTo(new SourceRange(2, 5, 2, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new SourceRange(2, 5, 2, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> new SourceRange(2, 1, 1, 9));
    assertThatIllegalArgumentException().isThrownBy(() -> new SourceRange(0, 1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new SourceRange(1, 0, 1, 1));
  }

  /** One more than the number of line ends that lie wholly before the offset. */
  private static int lineByHand(String text, int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      boolean carriageReturn = text.charAt(i) == '\r';
      if (text.charAt(i) == '\n' || (carriageReturn && text.charAt(i + 1) != '\n')) {
        line++;
      }
    }
    return line;
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append("ab \n\r".charAt(random.nextInt(5)));
    }
    return text.toString();
  }
}
