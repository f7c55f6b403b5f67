package io.kirolinter.agents.predict.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.git.HistoryEntry;
import io.kirolinter.core.repository.CommitId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixCommitTest {

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
    assertThat(matches(subject, "")).isTrue();
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
    assertThat(matches(subject, "")).isFalse();
  }

  @Test
  void readsInTheRestOfTheMessageWhichIssueIsClosed() {
    assertThat(matches("Handle empty text", "Longer story.\n\nFixes #12")).isTrue();
    assertThat(matches("Handle it", "Closes: https://example.org/a/b/issues/9")).isTrue();
    assertThat(matches("Handle it", "This fixes nothing, see #12")).isFalse();
    assertThat(matches("Correct the docs", "Fixes #12")).isFalse();
  }

  @Test
  void looksAtTheBeginningOfAnEndlessMessage() {
    assertThat(matches("x".repeat(30_000) + " fix", "")).isFalse();
  }

  private static boolean matches(String subject, String body) {
    return FixCommit.matches(
        new HistoryEntry(
            CommitId.of("1".repeat(40)), Instant.EPOCH, "x", subject, body, List.of()));
  }
}
