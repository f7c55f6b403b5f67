package io.kirolinter.analytics.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.analytics.experiment.ExperimentArchive.Beginning;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.experiment.ExperimentQuery;
import io.kirolinter.core.experiment.ExperimentStatus;
import io.kirolinter.core.experiment.StoredExperiment;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.core.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentArchiveTest {

  private static final RepositoryId SHOP = new RepositoryId("github.com/acme/shop");

  @TempDir Path home;

  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");
  private final ExperimentPlan plan =
      ExperimentPlan.draw(
          ExperimentDesign.comparing("quick_fix", "full_review", Set.of("quick_fix", "full_review"))
              .withPairs(8)
              .withStopping(Stopping.AT_PLANNED_END)
              .withSeed(7),
          clock.instant());
  private final Beginning beginning =
      new Beginning(
          plan,
          List.of(
              new Place(
                  "/home/ann/shop", CommitId.of("0123456789abcdef0123456789abcdef01234567"))));
  private final String id = plan.experimentId();
  private Stores stores;
  private ExperimentArchive archive;

  @BeforeEach
  void open() {
    stores = EmbeddedStores.open(home, clock);
    archive = new ExperimentArchive(stores.experiments());
  }

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void thePlanIsReadBackAsItWasWrittenDown() {
    archive.begin(SHOP, beginning);

    assertThat(archive.beginning(id)).isEqualTo(beginning);
    assertThat(archive.pairs(id)).isEmpty();
    assertThat(stores.experiments().find(id)).map(StoredExperiment::repository).contains(SHOP);
  }

  @Test
  void anExperimentThatWasCutOffGoesOnAndSaysTheSame() throws Exception {
    ExperimentResult whole = Experiment.of(plan).run(ExperimentArchiveTest::trial, pair -> {});
    archive.begin(SHOP, beginning);

    assertThatThrownBy(() -> Experiment.of(plan).run(this::cutOffInPairFour, this::keep))
        .hasMessage("killed");
    assertThat(archive.pairs(id)).hasSize(3);
    ExperimentResult resumed =
        Experiment.of(archive.beginning(id).plan())
            .resume(archive.pairs(id), ExperimentArchiveTest::trial, this::keep);
    archive.end(id, resumed.pairs(), clock.instant());

    assertThat(resumed).isEqualTo(whole);
    assertThat(Experiment.of(plan).analyse(archive.pairs(id))).isEqualTo(whole);
    assertThat(stores.experiments().find(id))
        .map(StoredExperiment::status)
        .contains(ExperimentStatus.ENDED);
  }

  @Test
  void reportsExperimentsTheNewestFirstAndLeavesOutOtherKinds() throws Exception {
    archive.begin(SHOP, beginning);
    ExperimentResult whole = Experiment.of(plan).run(ExperimentArchiveTest::trial, this::keep);
    archive.end(id, whole.pairs(), clock.instant());
    stores
        .experiments()
        .create(StoredExperiment.planned("x-1", SHOP, "evolution", 1, "{}", clock.instant()));
    clock.advance(Duration.ofMinutes(1));
    ExperimentPlan later = ExperimentPlan.draw(plan.design(), clock.instant());
    archive.begin(SHOP, new Beginning(later, beginning.places()));

    List<ExperimentReport> reports = archive.reports(ExperimentQuery.newest(9));

    assertThat(reports)
        .extracting(ExperimentReport::experimentId)
        .containsExactly(later.experimentId(), id);
    assertThat(reports.get(0).pairs()).isEmpty();
    assertThat(reports.get(0).status()).isEqualTo(ExperimentStatus.RUNNING);
    assertThat(reports.get(1)).isEqualTo(archive.report(id));
    assertThat(reports.get(1).result()).isEqualTo(whole);
    assertThat(reports.get(1).endedAt()).isPresent();
    assertThat(Json.read(Json.write(reports.get(1)), ExperimentReport.class))
        .isEqualTo(reports.get(1));
  }

  @Test
  void aPlanHasAPlaceForEachOfItsBlocks() {
    assertThatThrownBy(() -> new Beginning(plan, List.of()))
        .hasMessage("1 blocks are planned, got 0 places");
  }

  @Test
  void pairsWithoutARunAreKeptWithTheReason() throws Exception {
    archive.begin(SHOP, beginning);

    Experiment.of(plan).run(ExperimentArchiveTest::failing, this::keep);

    assertThat(archive.pairs(id)).hasSize(8).noneMatch(PairResult::isComplete);
    assertThat(archive.pairs(id).get(0).problems()).anyMatch(text -> text.contains("no clone"));
  }

  @Test
  void aPlanIsNeverReplaced() {
    archive.begin(SHOP, beginning);
    Beginning other =
        new Beginning(plan, List.of(new Place("/elsewhere", beginning.places().get(0).commit())));

    assertThatThrownBy(() -> archive.begin(SHOP, other))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("there is one with this id already");

    assertThat(archive.beginning(id)).isEqualTo(beginning);
  }

  @Test
  void theSecondOfTwoProcessesThatWorkOnOneExperimentIsTold() {
    archive.begin(SHOP, beginning);
    PairResult first =
        new PairResult(plan.order().get(0), Optional.empty(), Optional.empty(), List.of("one"));
    PairResult second =
        new PairResult(plan.order().get(0), Optional.empty(), Optional.empty(), List.of("two"));
    archive.add(id, first);
    archive.add(id, first);

    assertThatThrownBy(() -> archive.add(id, second))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("pair 1 is there already");

    assertThat(archive.pairs(id)).containsExactly(first);
  }

  @Test
  void whatIsUnknownOrOfAnotherKindOrANewerReleaseIsRefused() {
    stores
        .experiments()
        .create(StoredExperiment.planned("x-1", SHOP, "evolution", 1, "{}", clock.instant()));
    stores
        .experiments()
        .create(StoredExperiment.planned("x-2", SHOP, "ab-test", 3, "{}", clock.instant()));

    assertThatThrownBy(() -> archive.beginning("none"))
        .hasMessageContaining("there is no such experiment");
    assertThatThrownBy(() -> archive.pairs("x-1"))
        .hasMessageContaining("it is of the kind evolution, version 1");
    assertThatThrownBy(() -> archive.beginning("x-2"))
        .hasMessageContaining("expected ab-test, version 2");
  }

  private void keep(PairResult pair) {
    archive.add(id, pair);
  }

  private Trial cutOffInPairFour(TrialRequest request) {
    if (request.pair() == 4) {
      throw new IllegalStateException("killed");
    }
    return trial(request);
  }

  private static Trial trial(TrialRequest request) {
    int removed = request.arm() == Arm.A ? 3 + request.pair() : request.pair();
    return new Trial(removed, RunStatus.SUCCEEDED, Duration.ofMillis(100 + removed));
  }

  private static Trial failing(TrialRequest request) {
    throw new WorkFailedException(
        ErrorMessage.cannot("run", "template", request.template())
            .found("no clone could be made")
            .remedy("Make room."));
  }
}
