package io.kirolinter.analytics.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.analytics.evolution.Era.Reason;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.experiment.ExperimentStore;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An evolution")
class EvolutionTest {

  private static final RepositoryId SHOP = new RepositoryId("example.org/shop");
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final TemplateVersion BASE = version(TemplateVersion.BASE, "analyze", "fix");
  private static final TemplateVersion BETTER = version("a guess", "predict", "analyze", "fix");
  private static final TemplateVersion THIRD = version("a guess", "analyze", "fix", "learn");
  private static final String TOOL = "1";

  @TempDir Path home;
  private Stores stores;

  @BeforeEach
  void open() {
    stores = EmbeddedStores.open(home, CLOCK);
  }

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void beginsWithItsBaseAsChampionAndOnlyOnce() {
    assertThat(evolution().lineage()).isEmpty();

    Lineage begun = evolution().begin(BASE, 1, TOOL);

    assertThat(begun.champion()).isEqualTo(BASE.name()).matches("full_review-[0-9a-f]{8}");
    assertThat(evolution().begin(BASE, 2, TOOL).eras()).hasSize(1);
    assertThat(evolution().begin(BASE, 2, TOOL).plan().seed()).isEqualTo(1);
    assertThat(Evolution.templates(store(), SHOP)).containsExactly("full_review");
    assertThat(Evolution.templates(store(), new RepositoryId("other"))).isEmpty();
  }

  @Test
  void saysWhatToDoBeforeItHasBegunAndWithoutChallengers() {
    assertThatThrownBy(() -> evolution().assign("c1"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("has not begun")
        .hasMessageContaining("agent evolve --template full_review --start");
    evolution().begin(BASE, 1, TOOL);
    assertThatThrownBy(() -> evolution().assign("c1"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("no challengers");
    assertThatThrownBy(() -> evolution().drop("nobody")).hasMessageContaining("nobody");
  }

  @Test
  void writesTheChancesOfARunDownBeforeItAndRunsItAgainAsItWasDrawn() {
    begunWith(BETTER);
    Assignment first = evolution().assign("c1");

    assertThat(first.allocation().chances()).containsOnlyKeys(BASE.name(), BETTER.name());
    // A process that was killed here learns nothing from drawing once more.
    assertThat(evolution().assign("c2")).isEqualTo(first);

    evolution().record(first.run(), outcome(true));
    assertThat(evolution().assign("c2").run()).isEqualTo(2);
    assertThat(lineage().tally(first.version())).isEqualTo(new Tally(1, 1));
  }

  @Test
  void keepsTheFirstOutcomeOfARun() {
    begunWith(BETTER);
    int run = evolution().assign("c1").run();
    evolution().record(run, outcome(true));
    evolution().record(run, outcome(false));
    evolution().record(99, outcome(false));
    assertThat(lineage().runs()).isEqualTo(1);
    assertThat(
            Stream.of(BASE, BETTER).map(v -> lineage().tally(v.name())).mapToInt(Tally::runs).sum())
        .isEqualTo(1);
  }

  @Test
  void promotesOnceWhatPassesTheGateAndWatchesTheFormerChampion() {
    begunWith(BETTER);
    runUntilNewChampion(BETTER);

    Lineage now = lineage();
    assertThat(now.champion()).isEqualTo(BETTER.name());
    assertThat(now.era().reason()).isEqualTo(Reason.PROMOTED);
    assertThat(now.era().challengers()).containsExactly(BASE.name());
    assertThat(now.era().former()).contains(BASE.name());
    Era.Evidence evidence = now.era().evidence().orElseThrow();
    assertThat(evidence.threshold()).isEqualTo(new Guarantee(0.05).threshold(0, 1));
    assertThat(Math.exp(evidence.logValue())).isGreaterThanOrEqualTo(evidence.threshold());
    assertThat(now.logEvidence(BASE.name())).isZero();
    assertThat(now.threshold()).isEqualTo(new Guarantee(0.05).threshold(1, 1));

    runUntilNewChampion(BASE);
    assertThat(lineage().era().reason()).isEqualTo(Reason.REVERTED);
    assertThat(lineage().eras()).hasSize(4);
    assertThat(lineage().versions()).containsExactly(BASE, BETTER);
  }

  @Test
  void makesAPromotionThatAKilledProcessLeftOutOnceAmongMany() throws Exception {
    begunWith(BETTER);
    // The log up to the run that passes the gate, without the promotion that follows.
    Lineage lineage = lineage();
    LineageLog log = new LineageLog(store(), SHOP, "full_review");
    while (lineage.passed(Instant.EPOCH).isEmpty()) {
      LogEntry drawn = LogEntry.of(lineage.draw("c", Instant.EPOCH));
      append(log, lineage, drawn);
      lineage = lineage.after(drawn);
      boolean useful = lineage.pending().orElseThrow().version().equals(BETTER.name());
      LogEntry ended = LogEntry.of(new LogEntry.Ended(lineage.runs(), outcome(useful)));
      append(log, lineage, ended);
      lineage = lineage.after(ended);
    }
    assertThat(lineage.champion()).isEqualTo(BASE.name());

    ExecutorService many = Executors.newFixedThreadPool(4);
    try {
      List<Callable<String>> looks = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        looks.add(() -> evolution().lineage().orElseThrow().champion());
      }
      for (Future<String> look : many.invokeAll(looks)) {
        assertThat(look.get()).isEqualTo(BETTER.name());
      }
    } finally {
      many.shutdownNow();
    }
    assertThat(lineage().eras()).filteredOn(era -> era.reason() == Reason.PROMOTED).hasSize(1);
  }

  @Test
  void startsItsEvidenceAnewWithOtherChallengersAndSpendsNoMoreAlpha() {
    begunWith(BETTER);
    someRuns(10);
    assertThat(lineage().logEvidence(BETTER.name())).isNotZero();

    evolution().challenge(List.of(THIRD, BETTER, BASE));

    Lineage now = lineage();
    assertThat(now.era().challengers()).containsExactly(BETTER.name(), THIRD.name());
    assertThat(now.logEvidence(BETTER.name())).isZero();
    assertThat(now.threshold()).isEqualTo(new Guarantee(0.05).threshold(1, 2));
    assertThat(evolution().challenge(List.of(THIRD)).eras()).hasSize(3);

    evolution().drop(THIRD.name());
    assertThat(lineage().era().challengers()).containsExactly(BETTER.name());
    assertThat(lineage().threshold()).isEqualTo(new Guarantee(0.05).threshold(1, 1));
  }

  @Test
  void refusesMoreChallengersThanTheEvidenceIsWorth() {
    evolution().begin(BASE, 1, TOOL);
    List<TemplateVersion> many =
        Stream.iterate(1, i -> i + 1)
            .limit(9)
            .map(i -> version("", "analyze", "step" + i, "fix"))
            .toList();
    assertThatThrownBy(() -> evolution().challenge(many))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("it would have 9 challengers; expected at most 8 at a time");
  }

  @Test
  void startsAnewWithAnotherTool() {
    begunWith(BETTER);
    someRuns(5);
    Lineage now = evolution().begin(BASE, 1, "2");
    assertThat(now.era().reason()).isEqualTo(Reason.RENEWED);
    assertThat(now.era().toolVersion()).isEqualTo("2");
    assertThat(now.tally(BASE.name())).isEqualTo(Tally.NONE);
    assertThat(now.logEvidence(BETTER.name())).isZero();
    assertThat(now.champion()).isEqualTo(BASE.name());
  }

  @Test
  void takesABaseThatSomebodyChangedAsChampionAndAsChallengerOfAnotherOne() {
    begunWith(BETTER);
    TemplateVersion changed = version(TemplateVersion.BASE, "analyze", "fix", "notify");
    Lineage now = evolution().begin(changed, 1, TOOL);
    assertThat(now.champion()).isEqualTo(changed.name());
    assertThat(now.era().challengers()).containsExactly(BETTER.name());

    runUntilNewChampion(BETTER);
    TemplateVersion again = version(TemplateVersion.BASE, "analyze", "notify", "fix");
    now = evolution().begin(again, 1, TOOL);
    assertThat(now.champion()).isEqualTo(BETTER.name());
    assertThat(now.era().challengers()).containsExactly(changed.name(), again.name());
    assertThat(now.era().former()).contains(changed.name());
  }

  @Test
  void refusesABaseOfAnotherTemplate() {
    assertThatThrownBy(() -> Evolution.of(store(), SHOP, "monitor", CLOCK).begin(BASE, 1, TOOL))
        .isInstanceOf(IllegalArgumentException.class);
    evolution().begin(BASE, 1, TOOL);
    assertThatThrownBy(() -> lineage().version("nobody"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isSwitchedOnInTheBackground() {
    begunWith(BETTER);
    assertThat(lineage().inBackground()).isFalse();
    assertThat(evolution().inBackground(true).inBackground()).isTrue();
    assertThat(evolution().inBackground(true).entries()).isEqualTo(3);
    assertThat(evolution().inBackground(false).inBackground()).isFalse();
  }

  private void begunWith(TemplateVersion... challengers) {
    evolution().begin(BASE, 1, TOOL);
    evolution().challenge(List.of(challengers));
  }

  private void someRuns(int count) {
    for (int i = 0; i < count; i++) {
      Assignment run = evolution().assign("c");
      evolution().record(run.run(), outcome(run.version().equals(BETTER.name())));
    }
  }

  /** Runs in which only one version is ever useful. */
  private void runUntilNewChampion(TemplateVersion winner) {
    Lineage now = lineage();
    for (int i = 0; i < 1_000 && !now.champion().equals(winner.name()); i++) {
      Assignment run = evolution().assign("c");
      now = evolution().record(run.run(), outcome(run.version().equals(winner.name())));
    }
    assertThat(lineage().champion()).isEqualTo(winner.name());
  }

  private static void append(LineageLog log, Lineage lineage, LogEntry entry) {
    assertThat(log.append(lineage, entry)).isTrue();
  }

  private Lineage lineage() {
    return evolution().lineage().orElseThrow();
  }

  private Evolution evolution() {
    return Evolution.of(store(), SHOP, "full_review", CLOCK);
  }

  private ExperimentStore store() {
    return stores.experiments();
  }

  private static Outcome outcome(boolean useful) {
    return new Outcome(useful, useful ? 3 : 0, useful ? RunStatus.SUCCEEDED : RunStatus.FAILED);
  }

  private static TemplateVersion version(String origin, String... steps) {
    List<PlannedStep> planned =
        Stream.of(steps)
            .map(name -> new PlannedStep(name, Criticality.OPTIONAL, RetryPolicy.standard()))
            .toList();
    return new TemplateVersion("full_review", planned, Scope.everything(), origin);
  }
}
