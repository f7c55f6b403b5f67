package io.kirolinter.analytics.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.analytics.testkit.SampleHistory;
import io.kirolinter.core.display.Html;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.core.testkit.SettableClock;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The page")
class DashboardPageTest {

  @TempDir Path home;

  @Test
  void bringsAllThatItNeedsAndLoadsNothing() {
    String page = page();

    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("default-src 'none'", "connect-src 'none'", "'sha256-")
        .contains("Chart.js v4.5.1")
        .doesNotContain("unsafe-inline", "sourceMappingURL", "src=\"http", "href=\"http");
  }

  @Test
  void hasNothingOfWhatWasAnalysedAsPartOfItself() {
    assertThat(page())
        .doesNotContain("<img", "src/<b>")
        .contains("&lt;img src=x onerror=window.pwned=1&gt;&lt;/script&gt;&#39;&quot;&amp;")
        .contains("src/\\u003cb\\u003e");
  }

  @Test
  void saysInWordsAndTablesWhatItsChartsShow() {
    String page = page();

    for (String chart :
        new String[] {
          "success",
          "usefulness",
          "run",
          "findings",
          "changes",
          "files",
          "experiments",
          "times",
          "evolution"
        }) {
      assertThat(page)
          .contains("<canvas id=\"%s-chart\" role=\"img\" aria-label=\"".formatted(chart))
          .contains("<details id=\"%s-figures\">".formatted(chart));
    }
    assertThat(page)
        .contains("aria-label=\"Success over time: 14 of 20, 95 % interval 48 to 85 % overall")
        .contains("aria-label=\"Useful work over time: 28 findings removed, 42.00 a minute")
        .contains("<caption>Firings a day, in UTC</caption>")
        .contains("<caption>Why and when champions changed</caption>", "at most 5 %")
        .contains("Warning: success rate is getting worse")
        .contains("kirolinter rules empty-catch");
  }

  @Test
  void ofNothingSaysWhatIsMissing() {
    try (Stores stores = open()) {
      assertThat(DashboardPage.file(Sample.nothing(stores)))
          .contains("not enough data: 0 ended runs, 5 needed")
          .contains("not enough data: no review of all lines, 2 needed to compare")
          .contains("No run in this time.", "No experiment yet.", "No background job.")
          .contains("No template evolves yet.")
          .doesNotContain("<canvas");
    }
  }

  @Test
  void showsCharactersThatHideAsSuch() {
    assertThat(new Html().add("%s %,d", "a\u202Eb\u0000c", 1234).toString())
        .isEqualTo("a&lt;U+202E&gt;b\u2400c 1,234");
  }

  private String page() {
    try (Stores stores = open()) {
      SampleHistory.addTo(stores);
      return DashboardPage.file(Sample.of(stores));
    }
  }

  private Stores open() {
    return EmbeddedStores.open(home, SettableClock.at("2026-12-12T18:00:00Z"));
  }
}
