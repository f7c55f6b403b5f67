package io.kirolinter.agents.predict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixSubjectTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fix overflow in Range",
        "LANG-123: Fixed a NPE",
        "[bug] parse of empty text",
        "Resolves #12",
        "closes issue #7",
        "Regression in 3.1",
        "Bugfix for dates"
      })
  void knowsTheFixOfAFault(String subject) {
    assertThat(FixSubject.matches(subject)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Add prefix to names",
        "Fix typo",
        "Fix Javadoc of Range",
        "fix checkstyle",
        "Fix build on 25",
        "Debug output removed",
        "Suffixes are longer",
        ""
      })
  void isNotDeceivedByOtherWorkOrWords(String subject) {
    assertThat(FixSubject.matches(subject)).isFalse();
  }
}
