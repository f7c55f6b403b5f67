package io.kirolinter.analytics.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.analytics.statistics.OpenEndedSignTest;
import io.kirolinter.analytics.statistics.PairTest;
import io.kirolinter.analytics.statistics.SequentialSignTest;
import io.kirolinter.analytics.statistics.UnconditionalSignTest;
import io.kirolinter.core.error.InvalidRequestException;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The design of an experiment")
class ExperimentDesignTest {

  private static final Set<String> KNOWN = Set.of("full_review", "quick_fix", "monitor");
  private static final ExperimentDesign DESIGN =
      ExperimentDesign.comparing("full_review", "quick_fix", KNOWN);

  @Test
  void hasItsDefaults() {
    assertThat(DESIGN)
        .isEqualTo(
            new ExperimentDesign(
                "full_review",
                "quick_fix",
                30,
                0.05,
                0,
                Stopping.WHEN_DECIDED,
                Blocks.one(),
                Margins.USUAL));
  }

  @Test
  void canBeChangedPartByPart() {
    Margins strict = new Margins(1.1, 0.05);
    assertThat(
            DESIGN
                .withPairs(12)
                .withAlpha(0.01)
                .withSeed(9)
                .withStopping(Stopping.AT_PLANNED_END)
                .withBlocks(Blocks.given(4))
                .withMargins(strict))
        .isEqualTo(
            new ExperimentDesign(
                "full_review",
                "quick_fix",
                12,
                0.01,
                9,
                Stopping.AT_PLANNED_END,
                Blocks.given(4),
                strict));
    assertThat(DESIGN.template(Arm.A)).isEqualTo("full_review");
    assertThat(DESIGN.template(Arm.B)).isEqualTo("quick_fix");
  }

  @Test
  void testsUnconditionallyWherePairsAreAlike() {
    assertThat(DESIGN.test()).isInstanceOf(UnconditionalSignTest.class);
    assertThat(DESIGN.withBlocks(Blocks.drawn(30)).test())
        .isInstanceOf(UnconditionalSignTest.class);
    assertThat(DESIGN.withStopping(Stopping.AT_PLANNED_END).test().description())
        .isEqualTo("exact unconditional sign test (McNemar)");
  }

  @Test
  void testsConditionallyWhereTheyAreNot() {
    PairTest conditional = new SequentialSignTest(30, 0.05);
    assertThat(DESIGN.withBlocks(Blocks.given(30)).test()).isEqualTo(conditional);
    assertThat(DESIGN.withBlocks(Blocks.drawn(29)).test()).isEqualTo(conditional);
    assertThat(DESIGN.withPairs(101).test()).isEqualTo(new SequentialSignTest(101, 0.05));
    assertThat(DESIGN.withStopping(Stopping.OPEN_ENDED).withPairs(1_000).test())
        .isEqualTo(new OpenEndedSignTest(1_000, 0.05));
  }

  @Test
  void refusesBlocksAndMarginsThatCannotBe() {
    assertThatIllegalArgumentException().isThrownBy(() -> Blocks.drawn(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Blocks(2, Blocks.Origin.ONE));
    assertThatIllegalArgumentException().isThrownBy(() -> new Margins(0.9, 0.1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Margins(1.5, 1));
  }

  @Test
  void refusesAnUnknownTemplateAndOffersTheNearest() {
    assertThatThrownBy(() -> ExperimentDesign.comparing("full_review", "quickfix", KNOWN))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage(
            "Cannot compare template 'quickfix': template not found; expected the name of a"
                + " template. Did you mean 'quick_fix'?");
    assertThatThrownBy(() -> ExperimentDesign.comparing("zzz", "quick_fix", KNOWN))
        .hasMessageEndingWith("Known names: full_review, monitor, quick_fix.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_001})
  void refusesAnImpossibleNumberOfPairs(int pairs) {
    assertThatThrownBy(() -> DESIGN.withPairs(pairs))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("was " + pairs)
        .hasMessageContaining("1 to 1000");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 0.6, Double.NaN})
  void refusesAnImpossibleAlpha(double alpha) {
    assertThatThrownBy(() -> DESIGN.withAlpha(alpha))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("'alpha': was " + alpha);
  }
}
