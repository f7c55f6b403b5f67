package io.kirolinter.core.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextMarkTest {

  private static final TextMark MARK = TextMark.of(List.of("  int a;", "}"));

  @Test
  void findsTheLinesWhereverTheyStand() {
    assertThat(MARK.isIn("class A {\n  int a;\n}\n")).isTrue();
    assertThat(MARK.isIn("  int a;\n}")).isTrue();
  }

  @Test
  void countsNeitherLineEndsNorBlanksBeforeThem() {
    assertThat(MARK.isIn("class A {\r\n  int a; \t\r\n}\r\n")).isTrue();
  }

  @Test
  void seesOtherLinesAndOtherIndentation() {
    assertThat(MARK.isIn("class A {\n  int a;\n\n}\n")).isFalse();
    assertThat(MARK.isIn("class A {\n int a;\n}\n")).isFalse();
    assertThat(MARK.isIn("")).isFalse();
  }

  @Test
  void holdsNoText() {
    assertThat(MARK.toString()).doesNotContain("int");
  }

  @Test
  void isOfAtLeastOneLine() {
    assertThatIllegalArgumentException().isThrownBy(() -> TextMark.of(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new TextMark(1, "x"));
  }
}
