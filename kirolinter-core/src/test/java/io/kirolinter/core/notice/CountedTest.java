package io.kirolinter.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTest {

  @Test
  void saysOneOfAThingAndManyOfThings() {
    assertThat(Counted.of(1, "file")).isEqualTo("1 file");
    assertThat(Counted.of(0, "file")).isEqualTo("0 files");
    assertThat(Counted.of(12_345, "fix", "fixes")).isEqualTo("12,345 fixes");
  }
}
