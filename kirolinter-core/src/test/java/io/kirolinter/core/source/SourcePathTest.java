package io.kirolinter.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcePathTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "/etc/passwd", "..", "../a", "a/../b", "a/.."})
  void refusesWhatLeavesTheRepository(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> SourcePath.of(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a/b.java", "..a/b..", "a..b/...", "Ä ö/名.java", ".github/x"})
  void takesWhatStaysInside(String value) {
    assertThat(SourcePath.of(value)).hasToString(value);
  }

  @Test
  void knowsItsFolderAndItsFileName() {
    assertThat(SourcePath.of("src/a/B.java").folder()).isEqualTo("src/a");
    assertThat(SourcePath.of("src/a/B.java").fileName()).isEqualTo("B.java");
    assertThat(SourcePath.of("B.java").folder()).isEmpty();
    assertThat(SourcePath.of("B.java").fileName()).isEqualTo("B.java");
  }

  @Test
  void isOrderedAsText() {
    assertThat(SourcePath.of("a/B")).isLessThan(SourcePath.of("a/C"));
    assertThat(SourcePath.of("a/B")).isEqualByComparingTo(SourcePath.of("a/B"));
  }
}
