package io.kirolinter.analytics.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.analytics.testkit.SampleHistory;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.core.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser; left out where there is none. */
@DisplayName("In a browser, the page")
class DashboardBrowserTest {

  private static final String CHARTS = "return document.documentElement.dataset.charts";
  private static final String TAB = "\uE004";
  private static final String ENTER = "\uE006";

  @TempDir static Path folder;
  private static Browser browser;
  private static Stores stores;
  private static Path page;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(Browser.missing().isEmpty(), () -> Browser.missing().orElse(""));
    stores = EmbeddedStores.open(folder.resolve("home"), SettableClock.at("2026-12-12T18:00:00Z"));
    SampleHistory.addTo(stores);
    page = folder.resolve("page.html");
    Files.writeString(page, DashboardPage.file(Sample.of(stores)));
    browser = Browser.start(folder.resolve("profile"));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
      stores.close();
    }
  }

  @Test
  void drawsAllChartsByItsOwnPolicyAndRunsNothingElse() {
    open();

    assertThat(browser.run(CHARTS).textValue()).isEqualTo("9");
    assertThat(browser.run("return window.pwned === undefined").booleanValue()).isTrue();
    assertThat(browser.run("return document.images.length").intValue()).isZero();
    assertThat(
            browser
                .run(
                    "return [...document.querySelectorAll('canvas')].every(c =>"
                        + " c.getContext('2d').getImageData(0, 0, c.width, c.height)"
                        + ".data.some(v => v))")
                .booleanValue())
        .as("something is drawn on each")
        .isTrue();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void fitsOnAPhone() {
    browser.emulate(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
    try {
      open();

      assertThat(browser.run("return document.documentElement.scrollWidth").intValue())
          .isLessThanOrEqualTo(390);
      assertThat(
              browser
                  .run(
                      "return [...document.querySelectorAll('canvas')].every(c =>"
                          + " c.getBoundingClientRect().right <= 390)")
                  .booleanValue())
          .isTrue();
    } finally {
      browser.emulate("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  @Test
  void isDarkWhereThePersonWantsIt() {
    open();
    String light = background();
    browser.emulate(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
    try {
      assertThat(background()).isNotEqualTo(light).isEqualTo("rgb(16, 20, 27)");
      assertThat(browser.run(CHARTS).textValue()).isEqualTo("9");
    } finally {
      browser.emulate("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    }
  }

  @Test
  void canBeReadByKeyboardAndScreenReader() {
    open();
    browser.press(TAB);
    assertThat(focused("textContent")).isEqualTo("Skip to the figures");

    browser.run("document.querySelector('#success-figures summary').focus()");
    browser.press(ENTER);
    assertThat(browser.run("return document.getElementById('success-figures').open").booleanValue())
        .isTrue();
    browser.run("document.getElementById('run-choice').focus()");
    assertThat(browser.run("return document.activeElement.labels[0].textContent").textValue())
        .startsWith("Run");
    JsonNode charts =
        browser.run(
            "return [...document.querySelectorAll('canvas')].map(c => ({role: c.getAttribute('role'),"
                + " says: c.getAttribute('aria-label'), rows:"
                + " c.closest('section').querySelectorAll('tbody tr').length}))");
    assertThat(charts).hasSize(9);
    assertThat(charts)
        .allSatisfy(
            chart -> {
              assertThat(chart.get("role").textValue()).isEqualTo("img");
              assertThat(chart.get("says").textValue()).hasSizeGreaterThan(20);
              assertThat(chart.get("rows").intValue()).isPositive();
            });
  }

  @Test
  void showsTheStepsOfTheRunThatIsChosen() {
    open();
    browser.run(
        "const choice = document.getElementById('run-choice'); choice.value = '7';"
            + " choice.dispatchEvent(new Event('change'))");

    assertThat(
            browser
                .run("return document.getElementById('run-chart').getAttribute('aria-label')")
                .textValue())
        .contains("quick_fix, succeeded: analyze succeeded 1.00 s, fix succeeded 1.00 s");
    assertThat(
            browser
                .run(
                    "return [...document.querySelectorAll('[data-run]:not([hidden])')]"
                        + ".map(t => t.dataset.run).join()")
                .textValue())
        .isEqualTo("7");
  }

  @Test
  void drawsThePairsOfAnExperiment() throws IOException {
    Path experiment = folder.resolve("experiment.html");
    Files.writeString(experiment, ExperimentPage.file(Sample.experiment(30), Sample.NOW));
    browser.open(experiment.toUri());

    assertThat(browser.run(CHARTS).textValue()).isEqualTo("2");
    assertThat(browser.run("return window.pwned === undefined").booleanValue()).isTrue();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void liveShowsWhatIsNewAndStaysAsItWasLeft() {
    try (DashboardServer server =
        DashboardServer.start(0, "abc", () -> Sample.of(stores), Duration.ofSeconds(1))) {
      browser.open(server.address());
      String runs = tile();
      browser.run("document.querySelector('#success-figures').open = true");
      SampleHistory.addTo(stores, Integer.parseInt(runs)); // of the next day

      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> tile().equals(String.valueOf(Integer.parseInt(runs) + 1)));

      assertThat(
              browser.run("return document.getElementById('success-figures').open").booleanValue())
          .isTrue();
      await().atMost(Duration.ofSeconds(60)).until(() -> "9".equals(browser.run(CHARTS).asText()));
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static void open() {
    browser.open(page.toUri());
  }

  private static String background() {
    return browser.run("return getComputedStyle(document.body).backgroundColor").textValue();
  }

  private static String tile() {
    return browser.run("return document.querySelector('.tiles b').textContent").textValue();
  }

  private static String focused(String property) {
    return browser.run("return document.activeElement." + property).textValue();
  }
}
