package io.kirolinter.analytics.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The shape of an error")
class ErrorShapeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Cannot read file 'A.java': gone | Cannot read file '…': gone",
        "no \"x\" here | no '…' here",
        "in /home/me/a.txt: 3 of 1,200 | in <path>: <n> of <n>",
        "in C:\\work\\a.txt | in <path>",
        "commit 3b762bc65869b8eee3f1 not found | commit <id> not found",
        "timed out after 12.5 s | timed out after <n> s",
        "a feedback deadline | a feedback deadline"
      })
  void leavesOutWhatDiffersFromCaseToCase(String message, String shape) {
    assertThat(ErrorShape.of(message)).isEqualTo(shape);
  }

  @Test
  void keepsOneLineOfBoundedLengthAndNoSecret() {
    assertThat(ErrorShape.of("first\nsecond")).isEqualTo("first");
    assertThat(ErrorShape.of("")).isEmpty();
    assertThat(ErrorShape.of("word ".repeat(100))).hasSize(161).endsWith("…");
    assertThat(ErrorShape.of("token=abcdefghijklmnop refused"))
        .contains("[redacted]")
        .doesNotContain("abcdef");
  }
}
