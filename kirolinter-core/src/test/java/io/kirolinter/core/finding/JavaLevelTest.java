package io.kirolinter.core.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kirolinter.core.json.Json;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaLevelTest {

  @ParameterizedTest
  @CsvSource({"1.5, 5", "1.8, 8", "8, 8", "17, 17", "' 11 ', 11", "17.0, 17"})
  void readsWhatBuildFilesWrite(String written, int feature) {
    assertThat(JavaLevel.in(written)).contains(JavaLevel.of(feature));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "${java.version}", "latest", "0", "-8", "1.8.0_292", "100"})
  void readsNothingFromOtherText(String written) {
    assertThat(JavaLevel.in(written)).isEmpty();
  }

  @Test
  void isOrderedByItsAge() {
    assertThat(JavaLevel.of(6)).isLessThan(JavaLevel.of(7)).hasToString("Java 6");
    assertThatIllegalArgumentException().isThrownBy(() -> JavaLevel.of(0));
  }

  @Test
  void aFixThatAnyJavaUnderstandsIsWrittenAsByEarlierReleases() {
    Fix any = new Fix(FixLevel.SAFE, "Do it", List.of(TextEdit.insertion(0, "x")));
    Fix newer = any.needing(JavaLevel.of(7));

    assertThat(Json.write(any)).doesNotContain("leastJava");
    assertThat(Json.read(Json.write(any), Fix.class)).isEqualTo(any);
    assertThat(Json.write(newer)).contains("\"leastJava\":7");
    assertThat(Json.read(Json.write(newer), Fix.class)).isEqualTo(newer);
    assertThat(newer.withLevel(FixLevel.SUGGESTION).leastJava()).contains(JavaLevel.of(7));
  }
}
