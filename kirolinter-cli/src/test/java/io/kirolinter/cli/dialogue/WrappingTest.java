package io.kirolinter.cli.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappingTest {

  @Test
  void breaksBetweenWordsAndIndentsTheRest() {
    assertThat(new Wrapping(20).lines("one two three four five six", "  "))
        .isEqualTo("one two three four%n  five six%n".formatted());
  }

  @Test
  void keepsALongWordWholeAndWhatFitsAsItIs() {
    assertThat(new Wrapping(20).wrapped("see src/main/java/a/Long.java now", ""))
        .isEqualTo("see%nsrc/main/java/a/Long.java%nnow".formatted());
    assertThat(new Wrapping(80).wrapped("Run it? [y]es: ", "")).isEqualTo("Run it? [y]es: ");
  }

  @Test
  void takesANonsenseWidthForASmallOne() {
    assertThat(new Wrapping(0).wrapped("one two three four five", "").lines())
        .allMatch(line -> line.length() < 20);
  }
}
