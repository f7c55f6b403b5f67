package io.kirolinter.core.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepOptionTest {

  @ParameterizedTest
  @CsvSource({
    "COUNT, 1, true",
    "COUNT, 0, false",
    "COUNT, -1, false",
    "COUNT, 1.5, false",
    "COUNT, 9999999999, false",
    "COUNT, many, false",
    "TRUTH, true, true",
    "TRUTH, false, true",
    "TRUTH, yes, false",
    "TEXT, anything, true",
    "TEXTS, anything, true",
  })
  void takesValuesOfItsKind(StepOption.Kind kind, String value, boolean takes) {
    StepOption option = new StepOption("depth", kind, "How deep.");

    assertThat(option.expectedInPlaceOf(List.of(value)).isEmpty()).isEqualTo(takes);
  }

  @Test
  void onlyAListTakesSeveralValues() {
    List<String> two = List.of("1", "2");

    assertThat(StepOption.texts("names", "Which.").expectedInPlaceOf(two)).isEmpty();
    assertThat(StepOption.texts("names", "Which.").expectedInPlaceOf(List.of())).isEmpty();
    assertThat(StepOption.count("depth", "How deep.").expectedInPlaceOf(two))
        .contains("a number, 1 or more");
    assertThat(StepOption.truth("deep", "Whether.").expectedInPlaceOf(two))
        .contains("true or false");
    assertThat(StepOption.text("name", "Which.").expectedInPlaceOf(List.of())).contains("one text");
  }

  @Test
  void isNamedInKebabCase() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StepOption.text("Max Fixes", "How many."))
        .withMessageContaining("'Max Fixes'");
  }

  @Test
  void belongsToTheDescriptionOfItsStep() {
    StepDescription plain = StepDescription.of("look", "Looks.");
    StepDescription step = plain.taking(KnownOptions.MAX_FIXES).optional().changingFiles();

    assertThat(plain.options()).isEmpty();
    assertThat(step.options()).containsExactly(KnownOptions.MAX_FIXES);
  }
}
