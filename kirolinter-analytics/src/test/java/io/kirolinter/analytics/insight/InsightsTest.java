package io.kirolinter.analytics.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.kirolinter.analytics.quality.Change;
import io.kirolinter.analytics.quality.QualityReport;
import io.kirolinter.analytics.quality.RecurringRule;
import io.kirolinter.analytics.testkit.PastRun;
import io.kirolinter.analytics.testkit.SampleHistory;
import io.kirolinter.analytics.trend.Direction;
import io.kirolinter.analytics.trend.Trend;
import io.kirolinter.analytics.workflow.PeriodReport;
import io.kirolinter.analytics.workflow.Recommendation;
import io.kirolinter.analytics.workflow.RuleReport;
import io.kirolinter.analytics.workflow.Window;
import io.kirolinter.analytics.workflow.WorkflowReport;
import io.kirolinter.core.experience.Fate;
import io.kirolinter.core.experience.FixFates;
import io.kirolinter.core.experience.FixTrace;
import io.kirolinter.core.experience.TextMark;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StoredArtifact;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.core.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What stores tell")
class InsightsTest {

  private static final Instant NOW = SampleHistory.FIRST.plus(Duration.ofDays(20));
  private static final Window MONTH = Window.last(Duration.ofDays(30), NOW);

  @TempDir Path home;
  private Stores stores;

  @BeforeEach
  void open() {
    stores = EmbeddedStores.open(home, SettableClock.at("2026-12-12T18:00:00Z"));
  }

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void nothingIsAnHonestAnswerThatSaysHowMuchIsNeeded() {
    Insight insight = insight(MONTH);

    assertThat(insight.workflows().summary().runs()).isZero();
    assertThat(insight.workflows().periods()).isEmpty();
    assertThat(insight.workflows().trends())
        .allSatisfy(
            trend -> {
              assertThat(trend.direction()).isEqualTo(Direction.NOT_ENOUGH_DATA);
              assertThat(trend.points()).isZero();
              assertThat(trend.needed()).isEqualTo(Trend.FEWEST_POINTS);
            });
    assertThat(insight.quality().orElseThrow().note())
        .contains("not enough data: no review of all lines, 2 needed to compare");
    assertThat(insight.workflows().recommendations())
        .extracting(Recommendation::advice)
        .containsExactly("not enough data: 0 ended runs, 5 needed");
    assertThat(insight.warnings()).isEmpty();
  }

  @Test
  void onlyRunsOfTheWindowCount() {
    SampleHistory.addTo(stores);

    assertThat(insight(Window.last(Duration.ofDays(5), NOW)).workflows().summary().runs())
        .isEqualTo(5);
    assertThat(insight(MONTH).workflows().summary().runs()).isEqualTo(SampleHistory.RUNS);
    assertThat(insight(Window.always()).workflows().summary().runs()).isEqualTo(SampleHistory.RUNS);
  }

  @Test
  void livingRunsAreCountedAsSuch() {
    SampleHistory.addTo(stores, 0);
    stores
        .journal()
        .create(
            PastRun.of("quick_fix", "analyze").at(NOW.minusSeconds(9)).living(),
            "here",
            Duration.ofHours(1));

    assertThat(insight(MONTH).workflows().summary().statuses())
        .containsEntry(RunStatus.RUNNING, 1)
        .containsEntry(RunStatus.SUCCEEDED, 1);
    assertThat(insight(MONTH).recent().get(0).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(insight(Window.last(Duration.ofSeconds(1), NOW)).workflows().summary().runs())
        .isZero();
  }

  @Test
  void usefulWorkIsCountedByRuleAndPeriod() {
    SampleHistory.addTo(stores);
    WorkflowReport report = insight(MONTH).workflows();

    // 14 good runs of 2 s removed 2 findings each; 6 bad ones took 2 s as well
    assertThat(report.summary().findingsRemoved()).isEqualTo(28);
    assertThat(report.summary().removedPerMinute()).isCloseTo(28 / (40 / 60.0), within(1e-9));
    assertThat(report.rules())
        .extracting(RuleReport::rule, RuleReport::removed, RuleReport::runs)
        .containsExactly(
            tuple(RuleId.of("unused-import"), 28, 20), tuple(RuleId.of("naming"), 0, 20));
    assertThat(report.rules().get(0).passed().share()).isEqualTo(1);
    assertThat(report.rules().get(1).passed().share()).isZero();
    assertThat(report.periods()).hasSize(20).allMatch(period -> period.runs() == 1);
    PeriodReport first = report.periods().get(0);
    assertThat(first.length()).isEqualTo(Duration.ofDays(1));
    assertThat(first.perMinute()).isEqualTo(60);
    assertThat(first.median()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aMetricThatGetsWorseRaisesAWarningWithItsEvidence() {
    SampleHistory.addTo(stores);
    Insight insight = insight(MONTH);

    assertThat(insight.warnings())
        .extracting(Warning::metric)
        .containsExactly("success rate", "useful work", "findings", "urgent findings");
    assertThat(insight.warnings().get(0).text()).isEqualTo("success rate is getting worse");
    assertThat(insight.warnings().get(0).evidence())
        .contains("a week (95 % interval", "share of runs", "over 20 points, p = ");
    assertThat(insight.warnings().get(0).command())
        .isEqualTo("kirolinter dashboard --repo '/my repo'");
  }

  @Test
  void findingsAreFollowedFromReviewToReview() {
    SampleHistory.addTo(stores);
    QualityReport code = insight(MONTH).quality().orElseThrow();

    assertThat(code.templates()).containsExactly("quick_fix");
    assertThat(code.reviews()).isEqualTo(20);
    assertThat(code.points()).hasSize(20);
    assertThat(code.points().get(0).perThousand()).isEqualTo(2);
    assertThat(code.points().get(0).perThousand(Severity.HIGH)).isEqualTo(1);
    assertThat(code.changes()).hasSize(19);
    assertThat(code.changes().get(4))
        .extracting(Change::fresh, Change::fixed, Change::reopened)
        .containsExactly(1, 0, 0);
    assertThat(code.changes().get(5))
        .extracting(Change::fresh, Change::fixed, Change::reopened)
        .containsExactly(1, 1, 0);
    assertThat(code.changes().get(6))
        .extracting(Change::fresh, Change::fixed, Change::reopened)
        .containsExactly(1, 0, 1);
    assertThat(code.note()).isEmpty();
    assertThat(code.files()).hasSize(20);
    assertThat(code.files().get(0).findings()).containsExactly(Map.entry(Severity.CRITICAL, 1));
    assertThat(code.files().get(0).total()).isEqualTo(1);
    assertThat(code.recurring())
        .extracting(RecurringRule::rule, RecurringRule::fresh, RecurringRule::files)
        .containsExactly(tuple(RuleId.of("empty-catch"), 19, 19));
  }

  @Test
  void whatComesBackAgainAndAgainLeadsToTraining() {
    SampleHistory.addTo(stores);

    assertThat(insight(MONTH).workflows().recommendations())
        .filteredOn(advice -> advice.kind().equals("train-the-team"))
        .singleElement()
        .satisfies(
            advice -> {
              assertThat(advice.advice()).contains("'empty-catch'");
              assertThat(advice.evidence()).contains("19 of 19 changes", "in 19 files");
              assertThat(advice.expectedGain())
                  .isEqualTo("at most 19 findings fewer in as long a time");
              assertThat(advice.command()).isEqualTo("kirolinter rules empty-catch");
            });
  }

  @Test
  void reviewsOfAnotherFormAreCountedAndNotFollowed() {
    SampleHistory.addTo(stores, 0);
    stores
        .journal()
        .add(
            PastRun.of("quick_fix", "analyze")
                .at(SampleHistory.FIRST.plus(Duration.ofDays(1)))
                .ended(RunStatus.SUCCEEDED),
            List.of(
                new StoredArtifact(
                    "analyze", "review", "{\"findings\":[{\"severity\":\"low\"}],\"lines\":50}")));

    QualityReport code = insight(MONTH).quality().orElseThrow();

    assertThat(code.reviews()).isEqualTo(2);
    assertThat(code.points()).hasSize(2);
    assertThat(code.changes()).isEmpty();
    assertThat(code.note())
        .contains("not enough data: 1 review to follow findings through, 2 needed");
  }

  @Test
  void whatIsNotKnownOfAcceptanceIsSaid() {
    remember("naming", 1, 0);
    remember("unused-import", 1, 1);
    remember("unused-import", 0, 2);

    FixAcceptance acceptance = insight(MONTH).fixAcceptance();

    assertThat(acceptance.refusedRules()).containsExactly("naming");
    assertThat(acceptance.note()).contains("is not known");
  }

  @Test
  void howManyFixesWereAcceptedIsToldOnceItIsKnown() {
    FixFates fates = FixFates.of(stores.memory(), SampleHistory.REPOSITORY);
    for (int run = 0; run < 4; run++) {
      FixTrace fix =
          new FixTrace(
              RuleId.of("naming"),
              new Fingerprint("%016x".formatted(run)),
              SourcePath.of("A.java"),
              RunId.of("20261122-181530-00000" + run),
              Optional.of("kirolinter/" + run),
              "here",
              CommitId.of("1".repeat(40)),
              Optional.empty(),
              TextMark.of(List.of("x")),
              SampleHistory.FIRST);
      fates.proposed(fix.run(), fix.branch(), List.of(fix));
      Fate fate = run == 0 ? Fate.CLOSED : Fate.MERGED;
      fates.changed(fates.all().get(0), fate, "why", Optional.empty(), SampleHistory.FIRST);
    }

    assertThat(insight(MONTH).fixAcceptance().note())
        .isEqualTo(
            "75 % of 4 decisions about the fixes of a rule in a proposal, in the last 365 days (30"
                + " to 95 %); by rule: kirolinter agent learn --show");
  }

  @Test
  void allRepositoriesTogetherAreReportedOneByOne() {
    SampleHistory.addTo(stores);

    Insight all = Insights.ofAll(stores, MONTH);

    assertThat(all.repository()).isEmpty();
    assertThat(all.quality()).isEmpty();
    assertThat(all.workflows().repositories())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.repository()).isEqualTo(SampleHistory.REPOSITORY);
              assertThat(one.summary().runs()).isEqualTo(SampleHistory.RUNS);
            });
    assertThat(
            Insights.of(stores, new RepositoryId("other"), ".", MONTH).workflows().summary().runs())
        .isZero();
  }

  @Test
  void theNewestRunsAreKeptWhole() {
    Stream.iterate(0, day -> day + 1).limit(30).forEach(day -> SampleHistory.addTo(stores, day));

    assertThat(insight(Window.always()).recent())
        .hasSize(12)
        .isSortedAccordingTo(Comparator.comparing(RunFacts::createdAt).reversed());
  }

  @Test
  void theJsonHasTheFieldsOfRunsAtItsTop() {
    SampleHistory.addTo(stores);

    assertThat(Json.write(insight(MONTH)))
        .contains("\"summary\":{\"runs\":20", "\"quality\":{", "\"warnings\":[{", "\"window\":{")
        .doesNotContain("\"recent\"", "\"workflows\"");
  }

  private Insight insight(Window window) {
    return Insights.of(stores, SampleHistory.REPOSITORY, "/my repo", window);
  }

  private void remember(String rule, double weight, int minute) {
    stores
        .memory()
        .observe(
            SampleHistory.REPOSITORY,
            rule + minute,
            List.of(
                new Observation(
                    "fix-rule-refused",
                    rule,
                    weight,
                    "",
                    SampleHistory.FIRST.plus(Duration.ofMinutes(minute)))));
  }
}
