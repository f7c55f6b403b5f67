package io.kirolinter.core.display;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

  @Test
  void keepsWhatIsPlain() {
    String text = "a\tb\nc\r\nÄ 漢 \uD83D\uDE00 \uD83D\uDC69\u200D\uD83D\uDCBB";

    assertThat(VisibleText.of(text)).isEqualTo(text);
    assertThat(VisibleText.of("")).isEmpty();
  }

  @Test
  void showsWhatWouldActOnATerminal() {
    assertThat(VisibleText.of("\u001b[2J\u0000\u0007\u007F\u009B"))
        .isEqualTo("\u241B[2J\u2400\u2407\u2421<U+009B>");
  }

  @Test
  void showsWhatTurnsTheDirectionOrHides() {
    assertThat(VisibleText.of("a\u202Eb\u2066c\u200Bd\uFEFFe\u2028f\u00ADg"))
        .isEqualTo("a<U+202E>b<U+2066>c<U+200B>d<U+FEFF>e<U+2028>f<U+00AD>g");
  }

  @Test
  void replacesHalvesOfCharacters() {
    assertThat(VisibleText.of("\uD83D \uDE00")).isEqualTo("\uFFFD \uFFFD");
  }

  @Test
  void showsLineBreaksWhereThereMustBeOneLine() {
    assertThat(VisibleText.inOneLine("a\tb\r\nc")).isEqualTo("a\tb\u240D\u240Ac");
  }
}
