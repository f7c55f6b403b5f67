package io.kirolinter.core.testkit;

import static io.kirolinter.core.testkit.SampleRuns.REPOSITORY;
import static io.kirolinter.core.testkit.SampleRuns.changing;
import static io.kirolinter.core.testkit.SampleRuns.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.LeaseLostException;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.history.FactsQuery;
import io.kirolinter.core.history.FixFacts;
import io.kirolinter.core.history.ReviewFacts;
import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.history.RunFactsStore;
import io.kirolinter.core.history.StepFacts;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.run.StoredArtifact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link RunFactsStore} promises, together with the journal of the same stores. */
public abstract class RunFactsContract extends StoreContract {

  private static final Duration LENGTH = Duration.ofSeconds(5);
  private static final Instant START = Instant.parse("2026-11-22T18:15:30Z");
  private static final RepositoryId ELSEWHERE = new RepositoryId("github.com/acme/{odd};|,%\u00e9");

  private static final StoredArtifact REVIEW =
      new StoredArtifact(
          "analyze",
          "review",
          "{\"findings\":[{\"severity\":\"low\"},{\"severity\":\"high\"},{\"severity\":\"low\"}],"
              + "\"problems\":[{}],\"files\":2,\"lines\":1500,\"analyzers\":[]}");
  private static final StoredArtifact FIXES =
      new StoredArtifact(
          "fix",
          "fix-set",
          "{\"changes\":[{\"rule\":\"unused-import\",\"fixes\":[{},{}]}],"
              + "\"dropped\":[{\"rule\":\"pmd/Odd,Name;|%\"}]}");

  private RunJournal journal;
  private RunFactsStore facts;

  @BeforeEach
  final void openTwice() {
    journal = opening().journal();
    facts = opening().facts();
  }

  @Test
  void aRunThatEndsLeavesItsFacts() {
    Run run = changing(1);
    Lease lease = create(run);
    checkpoint(lease, begun(), REVIEW);
    checkpoint(lease, begun(), FIXES);
    journal.checkpoint(lease, ended(RunStatus.SUCCEEDED), Optional.empty());

    RunFacts left = all().get(0);

    assertThat(all()).hasSize(1);
    assertThat(left)
        .isEqualTo(RunFacts.of(run.withState(ended(RunStatus.SUCCEEDED)), List.of(REVIEW, FIXES)));
    assertThat(left.review())
        .contains(new ReviewFacts(Map.of(Severity.LOW, 2, Severity.HIGH, 1), 1500, 1));
    assertThat(left.fixes())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                RuleId.of("unused-import"),
                new FixFacts(2, 0),
                RuleId.of("pmd/Odd,Name;|%"),
                new FixFacts(0, 1)));
    assertThat(left.findingsRemoved()).isEqualTo(2);
    assertThat(left.duration()).isEqualTo(Duration.ofSeconds(9));
    assertThat(left.steps())
        .containsExactly(
            new StepFacts(
                "analyze",
                Optional.of(StepOutcome.SUCCEEDED),
                2,
                Duration.ZERO,
                Duration.ofMillis(412),
                Optional.of("it, \"broke\"; 100 % | \u00fc")));
  }

  @Test
  void aRunThatIsNotOverHasNone() {
    checkpoint(create(changing(1)), begun(), REVIEW);

    assertThat(all()).isEmpty();
  }

  @Test
  void whatStepsProduceAgainCountsOnce() {
    Lease lease = create(changing(1));
    checkpoint(lease, begun(), FIXES);
    checkpoint(lease, begun(), FIXES);
    checkpoint(lease, begun(), REVIEW);
    checkpoint(lease, begun(), new StoredArtifact("analyze", "review", "{\"other\":1}"));
    journal.checkpoint(lease, ended(RunStatus.SUCCEEDED), Optional.of(FIXES));

    assertThat(all().get(0).findingsRemoved()).isEqualTo(2);
    assertThat(all().get(0).review()).isEmpty();
  }

  @Test
  void whoLostTheRunWritesNoFacts() {
    Run run = changing(1);
    Lease lost = create(run);
    journal.release(lost);
    Lease held = journal.claim(run.id(), "there", LENGTH).granted().orElseThrow();

    assertThatThrownBy(() -> journal.checkpoint(lost, ended(RunStatus.FAILED), Optional.of(REVIEW)))
        .isInstanceOf(LeaseLostException.class);
    assertThat(all()).isEmpty();

    journal.checkpoint(held, ended(RunStatus.SUCCEEDED), Optional.empty());
    assertThat(all()).extracting(RunFacts::status).containsExactly(RunStatus.SUCCEEDED);
    assertThat(all().get(0).review()).isEmpty();
  }

  @Test
  void aRunThatIsEndedUnbegunHasFacts() {
    journal.create(changing(1), "here", LENGTH);
    Run waiting = changing(2);
    journal.create(waiting, "there", LENGTH);

    journal.endUnbegun(waiting.id(), RunState.queued().ended(RunStatus.CANCELLED, START));

    assertThat(all()).extracting(RunFacts::run).containsExactly(waiting.id());
    assertThat(all().get(0).status()).isEqualTo(RunStatus.CANCELLED);
  }

  @Test
  void aRunThatIsAddedBringsItsFacts() {
    Run run = changing(1).withState(ended(RunStatus.PARTIALLY_SUCCEEDED));
    journal.add(run, List.of(REVIEW, FIXES));
    journal.add(run, List.of());

    assertThat(all()).containsExactly(RunFacts.of(run, List.of(REVIEW, FIXES)));
  }

  @Test
  void aDeletedRunTakesItsFactsAlong() {
    add(changing(1));
    add(changing(2));
    add(changing(3));

    journal.delete(changing(2).id());
    assertThat(all()).extracting(RunFacts::run).containsExactly(changing(1).id(), changing(3).id());

    journal.deleteAll(List.of(changing(1).id(), changing(3).id()));
    assertThat(all()).isEmpty();
  }

  @Test
  void theWindowHasItsFirstMomentAndNotItsLast() {
    for (int number = 5; number >= 1; number--) {
      add(changing(number));
    }
    FactsQuery window = FactsQuery.all().since(START.plusSeconds(2)).before(START.plusSeconds(4));

    assertThat(of(window))
        .extracting(RunFacts::run)
        .containsExactly(changing(2).id(), changing(3).id());
    assertThat(of(window.of(ELSEWHERE))).isEmpty();
  }

  @Test
  void eachRepositoryIsShownByItselfAndAllOneAfterTheOther() {
    add(reading(3));
    add(SampleRuns.run(2, ELSEWHERE, Effect.READS));
    add(reading(1));

    assertThat(of(FactsQuery.all().of(ELSEWHERE)))
        .extracting(RunFacts::repository)
        .containsExactly(ELSEWHERE);
    assertThat(of(FactsQuery.all().of(REPOSITORY)))
        .extracting(RunFacts::run)
        .containsExactly(reading(1).id(), reading(3).id());
    assertThat(all()).hasSize(3);
    assertThat(all().get(1).repository()).isEqualTo(REPOSITORY);
  }

  @Test
  void daysThatAreOverTellWhatTheirRunsTold() {
    RandomRuns history = RandomRuns.over(START.minus(Duration.ofDays(6)), Duration.ofDays(7), 120);
    history.addTo(journal);

    for (int opening = 0; opening < 3; opening++) {
      RunFactsStore others = opening().facts();
      for (FactsQuery query : history.queries(12)) {
        assertThat(of(others, query)).isEqualTo(history.facts(query));
      }
      clock.advance(Duration.ofHours(20));
    }
  }

  @Test
  void aDayThatIsOverGainsRunsAndLosesThem() {
    Lease late = create(changing(2));
    add(changing(1));
    add(changing(3));
    clock.advance(Duration.ofDays(2));
    assertThat(twice()).containsExactly(changing(1).id(), changing(3).id());

    journal.checkpoint(late, ended(RunStatus.SUCCEEDED), Optional.empty());
    assertThat(twice()).containsExactly(changing(1).id(), changing(2).id(), changing(3).id());

    journal.delete(changing(3).id());
    assertThat(twice()).containsExactly(changing(1).id(), changing(2).id());

    add(changing(4));
    journal.delete(changing(1).id());
    assertThat(twice()).containsExactly(changing(2).id(), changing(4).id());

    journal.deleteAll(List.of(changing(2).id(), changing(4).id()));
    assertThat(twice()).isEmpty();
  }

  @Test
  void aRunThatIsEndedUnbegunIsAddedToADayThatIsOver() {
    journal.create(changing(1), "here", LENGTH);
    journal.create(changing(2), "there", LENGTH);
    add(changing(3));
    clock.advance(Duration.ofDays(2));
    assertThat(twice()).containsExactly(changing(3).id());

    journal.endUnbegun(changing(2).id(), RunState.queued().ended(RunStatus.CANCELLED, START));

    assertThat(twice()).containsExactly(changing(2).id(), changing(3).id());
  }

  @Test
  void whoReadsWhileOthersWriteLeavesNothingUntrue() throws Exception {
    RandomRuns history = RandomRuns.over(START.minus(Duration.ofDays(3)), Duration.ofDays(3), 60);
    clock.advance(Duration.ofDays(1));
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      RunFactsStore reader = opening().facts();
      work.add(() -> of(reader, FactsQuery.all()).size() <= 60);
    }
    work.add(() -> addAndDeleteSome(history));

    for (int round = 0; round < 4; round++) {
      assertThat(together(work)).containsOnly(true);
    }

    assertThat(all()).isEqualTo(history.facts(FactsQuery.all()));
  }

  private boolean addAndDeleteSome(RandomRuns history) {
    history.addTo(journal);
    journal.deleteAll(history.ids().subList(10, 50));
    history.addTo(journal);
    return true;
  }

  /** By who is the first to see a day, and by who finds it packed. */
  private List<RunId> twice() {
    List<RunFacts> first = all();
    assertThat(of(opening().facts(), FactsQuery.all())).isEqualTo(first);
    return first.stream().map(RunFacts::run).toList();
  }

  @Test
  void secretsAreMasked() {
    Lease lease = create(changing(1));
    RunState failed =
        begun()
            .withStep(step(Optional.of("password=hunter2-Tr0ub4dor")))
            .ended(RunStatus.FAILED, START);

    journal.checkpoint(lease, failed, Optional.empty());

    assertThat(all().get(0).steps().get(0).error().orElseThrow()).doesNotContain("hunter2");
  }

  private Lease create(Run run) {
    return journal.create(run, "here", LENGTH).granted().orElseThrow();
  }

  private void add(Run run) {
    journal.add(run.withState(ended(RunStatus.SUCCEEDED)), List.of());
  }

  private void checkpoint(Lease lease, RunState state, StoredArtifact artifact) {
    journal.checkpoint(lease, state, Optional.of(artifact));
  }

  private List<RunFacts> all() {
    return of(FactsQuery.all());
  }

  private List<RunFacts> of(FactsQuery query) {
    return of(facts, query);
  }

  private static List<RunFacts> of(RunFactsStore store, FactsQuery query) {
    List<RunFacts> found = new ArrayList<>();
    store.visit(query, found::add);
    return found;
  }

  private static RunState begun() {
    return RunState.queued()
        .withStatus(RunStatus.RUNNING)
        .withStep(step(Optional.of("it, \"broke\"; 100 % | \u00fc\nat line 3")));
  }

  private static RunState ended(RunStatus how) {
    return begun().ended(how, START.plusSeconds(10));
  }

  private static StepRecord step(Optional<String> error) {
    return StepRecord.started("analyze", START.plusSeconds(1))
        .triedAgain(error)
        .ended(StepOutcome.SUCCEEDED, START.plusMillis(1412), "3 findings.", error);
  }
}
