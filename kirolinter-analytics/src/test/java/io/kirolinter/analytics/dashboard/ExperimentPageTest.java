package io.kirolinter.analytics.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page of an experiment")
class ExperimentPageTest {

  @Test
  void saysWhoWonHowSureThatIsAndWhatEachPairDid() {
    String page = ExperimentPage.file(Sample.experiment(30), Sample.NOW);

    assertThat(page)
        .contains("(b) does more useful work.")
        .contains("Pairs</span><b>30</b><span class=\"more\">of 30 planned, 15 decided")
        .contains("exact Wilcoxon signed-rank on log ratios")
        .contains("30 pairs: 30 by a, 45 by b")
        .contains("order-of-work", "no cause for doubt", "0123456")
        .doesNotContain("<img", "src=\"http", "href=\"http");
  }

  @Test
  void saysThatSoFewPairsDoNotTell() {
    assertThat(ExperimentPage.file(Sample.experiment(5), Sample.NOW))
        .contains("Inconclusive: the pairs do not tell which template does more useful work.")
        .contains("<b>Warning:</b>")
        .contains("With so few decided pairs no difference is found with a chance of 80 %");
  }
}
