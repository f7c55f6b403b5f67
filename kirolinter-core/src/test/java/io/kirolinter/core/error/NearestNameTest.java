package io.kirolinter.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestNameTest {

  private static final List<String> TEMPLATES =
      List.of("quick_fix", "full_review", "monitor", "maintenance", "security_focus");

  @ParameterizedTest
  @CsvSource({
    "fullreview, full_review",
    "FULL-REVIEW, full_review",
    "quikfix, quick_fix",
    "monitro, monitor",
    "maintainance, maintenance",
    "security, security_focus",
    "monitor, monitor"
  })
  void findsTheNameThatWasMeant(String typed, String meant) {
    assertThat(NearestName.to(typed, TEMPLATES)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "deploy", "zzzzzzzzzz"})
  void offersNothingForWhatIsFarFromAll(String typed) {
    assertThat(NearestName.to(typed, TEMPLATES)).isEmpty();
  }

  @Test
  void takesTheAlphabeticallyFirstOfEquals() {
    assertThat(NearestName.to("abx", List.of("abz", "aby"))).contains("aby");
  }

  @Test
  void hintsAtTheNearestOrListsAll() {
    assertThat(NearestName.hint("fullreview", TEMPLATES)).isEqualTo("Did you mean 'full_review'?");
    assertThat(NearestName.hint("deploy", List.of("b", "a"))).isEqualTo("Known names: a, b.");
  }
}
