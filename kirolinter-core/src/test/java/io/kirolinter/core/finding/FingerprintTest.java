package io.kirolinter.core.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kirolinter.core.source.SourcePath;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

  private static final RuleId RULE = RuleId.of("unused-import");
  private static final SourcePath PATH = SourcePath.of("a/B.java");

  @Test
  void isTheSameOnEveryMachineAndInEveryRelease() {
    assertThat(Fingerprint.of(RULE, PATH, "B.run()", "import a.C;", 0))
        .hasToString("7fe18e28ec0ccb95");
  }

  @Test
  void doesNotLookAtWhiteSpaceAroundAndInsideTheText() {
    assertThat(Fingerprint.of(RULE, PATH, "", " import\r\n\t a.C; ", 0))
        .isEqualTo(Fingerprint.of(RULE, PATH, "", "import a.C;", 0));
  }

  @Test
  void differsInRuleFilePlaceTextAndOrdinal() {
    Set<Fingerprint> different =
        Set.of(
            Fingerprint.of(RULE, PATH, "p", "text", 0),
            Fingerprint.of(RuleId.of("other"), PATH, "p", "text", 0),
            Fingerprint.of(RULE, SourcePath.of("a/C.java"), "p", "text", 0),
            Fingerprint.of(RULE, PATH, "q", "text", 0),
            Fingerprint.of(RULE, PATH, "p", "te xt", 0),
            Fingerprint.of(RULE, PATH, "p", "text", 1),
            Fingerprint.of(RULE, PATH, "", "p text", 0));

    assertThat(different).hasSize(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0123456789abcde", "0123456789ABCDEF", "0123456789abcdef0"})
  void refusesWhatIsNoFingerprint(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Fingerprint(value));
  }

  @Test
  void isOrderedAsText() {
    assertThat(Stream.of("b", "a").map(c -> new Fingerprint(c.repeat(16))).sorted())
        .extracting(Fingerprint::value)
        .containsExactly("a".repeat(16), "b".repeat(16));
  }
}
