package io.kirolinter.core.testkit;

import static io.kirolinter.core.testkit.SampleRuns.REPOSITORY;
import static io.kirolinter.core.testkit.SampleRuns.changing;
import static io.kirolinter.core.testkit.SampleRuns.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.LeaseLostException;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Claim;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.run.RunJournal.WhenCancelled;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.run.StoredArtifact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link RunJournal} promises. */
public abstract class RunJournalContract extends StoreContract {

  private static final Duration LENGTH = Duration.ofSeconds(5);
  private static final Instant START = Instant.parse("2026-11-22T18:15:30Z");
  private static final RunId UNKNOWN = RunId.of("20200101-000000-abcdef");
  private static final StoredArtifact REVIEW = new StoredArtifact("analyze", "review", "{\"a\":1}");
  private static final StoredArtifact FIX_SET = new StoredArtifact("fix", "fix-set", "[\"ü\"]");

  private static final RunState END_OF_WAITING =
      RunState.queued().ended(RunStatus.CANCELLED, START);

  private RunJournal journal;
  private RunJournal other;

  @BeforeEach
  final void openTwice() {
    journal = opening().journal();
    other = opening().journal();
  }

  @Test
  void anotherOpeningSeesTheWholeRun() {
    Run run = changing(1);
    create(run);

    assertThat(other.find(run.id())).contains(run);
    assertThat(other.find(UNKNOWN)).isEmpty();
  }

  @Test
  void aRunThatWaitsForAnotherOneCanBeEnded() {
    journal.create(changing(1), "here", LENGTH);
    Run waiting = changing(2);
    journal.create(waiting, "there", LENGTH);

    assertThat(journal.endUnbegun(waiting.id(), END_OF_WAITING)).isTrue();

    assertThat(journal.find(waiting.id())).contains(waiting.withState(END_OF_WAITING));
    assertThat(journal.claim(waiting.id(), "there", LENGTH))
        .isEqualTo(new Claim.Over(RunStatus.CANCELLED));
    assertThat(journal.endUnbegun(waiting.id(), END_OF_WAITING)).as("it is over").isFalse();
  }

  @Test
  void aRunThatIsHeldOrHasBegunIsNotEndedWithoutItsLease() {
    Run held = changing(1);
    Claim claim = journal.create(held, "here", LENGTH);
    assertThat(journal.endUnbegun(held.id(), END_OF_WAITING)).as("held").isFalse();

    RunState begun = RunState.queued().withStatus(RunStatus.RUNNING);
    journal.checkpoint(claim.granted().orElseThrow(), begun, Optional.empty());
    journal.release(claim.granted().orElseThrow());

    assertThat(journal.endUnbegun(held.id(), END_OF_WAITING)).as("begun").isFalse();
    assertThat(journal.find(held.id())).contains(held.withState(begun));
    assertThat(journal.endUnbegun(UNKNOWN, END_OF_WAITING)).isFalse();
  }

  @Test
  void aCheckpointKeepsAllOfAState() {
    Run run = changing(1);
    Lease lease = create(run);
    RunState state =
        new RunState(
            RunStatus.RUNNING,
            List.of(),
            Optional.empty(),
            3,
            2,
            Optional.of("a/1"),
            Optional.of("b/2"),
            SampleDialogues.everything());

    journal.checkpoint(lease, state, Optional.empty());

    assertThat(other.find(run.id())).contains(run.withState(state));
  }

  @Test
  void createGrantsTheFirstLease() {
    Run run = changing(1);

    Claim claim = journal.create(run, "here", LENGTH);

    Lease lease = new Lease(run.id(), "here", 1, clock.instant().plus(LENGTH));
    assertThat(claim).isEqualTo(new Claim.Granted(lease));
    assertThat(other.holder(run.id())).contains(lease);
  }

  @Test
  void aRunIsCreatedOnlyOnce() {
    Lease lease = create(changing(1));
    journal.checkpoint(lease, running("analyze"), Optional.empty());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.create(changing(1), "there", LENGTH))
        .withMessageContaining(lease.run().value());

    assertThat(journal.find(lease.run()).orElseThrow().state()).isEqualTo(running("analyze"));
    assertThat(journal.holder(lease.run())).contains(lease);
  }

  @Test
  void secretsAreMaskedInWhatAStepSaysAndProduces() {
    Lease lease = create(changing(1));
    String artifact =
        "{\"n\":1.250,\"deep\":[{\"password\":\"correct horse\",\"message\":\"in A.java\"},"
            + "{\"text\":\"{\\\"token\\\":\\\"correct-horse1\\\"}\"}]}";
    StepRecord step =
        StepRecord.started("analyze", START)
            .ended(
                StepOutcome.RECOVERED,
                START,
                "used password=correct-horse1",
                Optional.of("cannot reach https://ann:correct-horse1@example.org/x"));

    journal.checkpoint(
        lease,
        RunState.queued().withStatus(RunStatus.RUNNING).withStep(step),
        Optional.of(new StoredArtifact("analyze", "review", artifact)));

    StepRecord kept = other.find(lease.run()).orElseThrow().state().steps().get(0);
    assertThat(kept.summary()).isEqualTo("used password=[redacted]");
    assertThat(kept.error()).contains("cannot reach https://[redacted]@example.org/x");
    assertThat(other.artifacts(lease.run()))
        .extracting(StoredArtifact::json)
        .containsExactly(
            "{\"n\":1.250,\"deep\":[{\"password\":\"[redacted]\",\"message\":\"in A.java\"},"
                + "{\"text\":\"{\\\"token\\\":\\\"[redacted]\\\"}\"}]}");
  }

  @Test
  void aRunWithASecretInItsOptionsIsRefused() {
    Run open = changing(1);
    RunPlan plan = open.plan();
    RunOptions options = plan.options().withVerifyCommand("verify --password correct-horse1");
    Run secret =
        new Run(
            open.id(),
            new RunPlan(
                plan.template(),
                plan.templateVersion(),
                plan.steps(),
                plan.scope(),
                plan.repository(),
                plan.location(),
                plan.baseCommit(),
                plan.mode(),
                options,
                plan.effect(),
                plan.createdAt()),
            open.state());

    assertThatThrownBy(() -> journal.create(secret, "here", LENGTH))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("'verify --password [redacted]'")
        .hasMessageNotContaining("correct-horse1");

    assertThat(other.find(open.id())).isEmpty();
  }

  @Test
  void aHeldRunIsBusyForOthers() {
    Lease lease = create(changing(1));

    assertThat(other.claim(lease.run(), "there", LENGTH))
        .isEqualTo(new Claim.Busy(lease.run(), "here", lease.expiresAt()));
    assertThat(other.holder(lease.run())).contains(lease);
  }

  @Test
  void aLeaseIsFreeFromTheMomentItEnds() {
    Lease lease = create(changing(1));
    clock.advance(LENGTH.minusMillis(1));
    assertThat(other.claim(lease.run(), "there", LENGTH)).isInstanceOf(Claim.Busy.class);

    clock.advance(Duration.ofMillis(1));

    assertThat(other.holder(lease.run())).isEmpty();
    assertThat(other.claim(lease.run(), "there", LENGTH))
        .isEqualTo(
            new Claim.Granted(new Lease(lease.run(), "there", 2, clock.instant().plus(LENGTH))));
  }

  @Test
  void aProcessThatLostItsLeaseWritesNothing() {
    Lease lost = create(changing(1));
    journal.checkpoint(lost, running("analyze"), Optional.empty());
    clock.advance(LENGTH);
    Lease taken = granted(other.claim(lost.run(), "there", LENGTH));

    assertThatThrownBy(() -> journal.checkpoint(lost, running("fix"), Optional.of(REVIEW)))
        .isInstanceOf(LeaseLostException.class)
        .hasMessageContaining(lost.run().value());
    assertThatThrownBy(() -> journal.renew(lost, LENGTH)).isInstanceOf(LeaseLostException.class);
    journal.release(lost);

    assertThat(journal.holder(lost.run())).contains(taken);
    assertThat(journal.artifacts(lost.run())).isEmpty();
    assertThat(journal.find(lost.run()).orElseThrow().state()).isEqualTo(running("analyze"));
    other.checkpoint(taken, running("fix"), Optional.empty());
    assertThat(journal.find(lost.run()).orElseThrow().state()).isEqualTo(running("fix"));
  }

  @Test
  void anotherClaimOfTheSameOwnerFencesTheEarlierOne() {
    Lease first = create(changing(1));

    Lease second = granted(journal.claim(first.run(), "here", LENGTH));

    assertThat(second.token()).isEqualTo(first.token() + 1);
    assertThatThrownBy(() -> journal.checkpoint(first, running("fix"), Optional.empty()))
        .isInstanceOf(LeaseLostException.class);
    journal.checkpoint(second, running("fix"), Optional.empty());
  }

  @Test
  void aLateOwnerMayWriteAsLongAsNobodyElseHasClaimed() {
    Lease lease = create(changing(1));
    clock.advance(LENGTH.multipliedBy(10));

    journal.checkpoint(lease, running("analyze"), Optional.of(REVIEW));
    Lease renewed = journal.renew(lease, LENGTH);

    assertThat(journal.artifacts(lease.run())).containsExactly(REVIEW);
    assertThat(renewed).isEqualTo(lease(lease, lease.token()));
    assertThat(other.claim(lease.run(), "there", LENGTH)).isInstanceOf(Claim.Busy.class);
  }

  @Test
  void renewNeverBringsTheEndForward() {
    Lease lease = create(changing(1));

    assertThat(journal.renew(lease, Duration.ofSeconds(1))).isEqualTo(lease);
    assertThat(journal.holder(lease.run())).contains(lease);
  }

  @Test
  void aReleasedRunIsFreeAtOnceAndTheLeaseIsGone() {
    Lease lease = create(changing(1));

    journal.release(lease);

    assertThat(other.holder(lease.run())).isEmpty();
    assertThatThrownBy(() -> journal.checkpoint(lease, running("fix"), Optional.empty()))
        .isInstanceOf(LeaseLostException.class);
    assertThat(granted(other.claim(lease.run(), "there", LENGTH)).token()).isEqualTo(2);
  }

  @Test
  void aRunThatIsOverNeverChanges() {
    Lease lease = create(changing(1));
    RunState end = running("fix").ended(RunStatus.FAILED, clock.instant());
    journal.checkpoint(lease, end, Optional.of(REVIEW));

    assertThatThrownBy(() -> journal.checkpoint(lease, running("fix"), Optional.of(FIX_SET)))
        .isInstanceOf(LeaseLostException.class);
    assertThatThrownBy(() -> journal.renew(lease, LENGTH)).isInstanceOf(LeaseLostException.class);
    assertThat(other.claim(lease.run(), "there", LENGTH))
        .isEqualTo(new Claim.Over(RunStatus.FAILED));
    assertThat(journal.claim(lease.run(), "here", LENGTH))
        .isEqualTo(new Claim.Over(RunStatus.FAILED));
    assertThat(journal.requestCancel(lease.run())).isFalse();
    assertThat(other.holder(lease.run())).isEmpty();
    assertThat(other.find(lease.run()).orElseThrow().state()).isEqualTo(end);
    assertThat(other.artifacts(lease.run())).containsExactly(REVIEW);
  }

  @Test
  void aRunThatIsCreatedOverIsNotGranted() {
    Run run = changing(1);
    Run over = run.withState(run.state().ended(RunStatus.CANCELLED, clock.instant()));

    assertThat(journal.create(over, "here", LENGTH)).isEqualTo(new Claim.Over(RunStatus.CANCELLED));
    assertThat(journal.find(run.id())).contains(over);
  }

  @Test
  void aRunThatCannotBeginYetIsKeptAsQueuedWhateverItsState() {
    create(changing(1));
    Run begun = changing(2).withState(RunState.queued().withStatus(RunStatus.RUNNING));

    assertThat(other.create(begun, "there", LENGTH)).isInstanceOf(Claim.Busy.class);

    assertThat(journal.find(begun.id())).contains(begun.withState(RunState.queued()));
    assertThat(journal.list(RunQuery.newest(1)))
        .extracting(Run::state)
        .containsOnly(RunState.queued());
  }

  @Test
  void oneRunAtATimeChangesARepository() {
    Lease first = create(changing(1));

    assertThat(other.create(changing(2), "there", LENGTH))
        .isEqualTo(new Claim.Busy(first.run(), "here", first.expiresAt()));
    RunId second = changing(2).id();
    assertThat(journal.find(second)).contains(changing(2));
    assertThat(journal.holder(second)).isEmpty();
    assertThat(journal.claim(second, "here", LENGTH)).isInstanceOf(Claim.Busy.class);

    journal.checkpoint(
        first, RunState.queued().ended(RunStatus.SUCCEEDED, clock.instant()), Optional.empty());
    assertThat(granted(other.claim(second, "there", LENGTH)).token()).isEqualTo(1);
  }

  @Test
  void aRunWhoseTimeIsOverIsFencedByTheNextOneOfTheRepository() {
    Lease late = create(changing(1));
    clock.advance(LENGTH);

    granted(other.create(changing(2), "there", LENGTH));

    assertThatThrownBy(() -> journal.checkpoint(late, running("fix"), Optional.of(REVIEW)))
        .isInstanceOf(LeaseLostException.class);
    assertThat(journal.artifacts(late.run())).isEmpty();
    assertThat(journal.claim(late.run(), "here", LENGTH))
        .isEqualTo(new Claim.Busy(changing(2).id(), "there", clock.instant().plus(LENGTH)));
  }

  @Test
  void runsThatOnlyReadGoSideBySideWithAll() {
    Lease changes = create(changing(1));

    granted(other.create(reading(2), "there", LENGTH));
    granted(journal.create(reading(3), "here", LENGTH));

    journal.checkpoint(changes, running("fix"), Optional.empty());
    clock.advance(LENGTH);
    granted(other.create(changing(4), "there", LENGTH));
    Lease read = granted(journal.claim(reading(3).id(), "here", LENGTH));
    assertThat(read.token()).isEqualTo(2);
  }

  @Test
  void runsOfDifferentRepositoriesGoSideBySide() {
    create(changing(1));
    RepositoryId elsewhere = new RepositoryId("github.com/acme/bank");

    granted(other.create(SampleRuns.run(2, elsewhere, Effect.CHANGES), "there", LENGTH));
  }

  @Test
  void ofManyClaimsAtOnceOneIsGranted() throws Exception {
    Run run = changing(1);
    journal.release(create(run));
    List<Callable<Claim>> claims = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      RunJournal asked = i % 2 == 0 ? journal : other;
      String owner = "owner-" + i;
      claims.add(() -> asked.claim(run.id(), owner, LENGTH));
    }

    List<Claim> answers = together(claims);

    List<Lease> leases = answers.stream().flatMap(claim -> claim.granted().stream()).toList();
    assertThat(leases).hasSize(1).allMatch(lease -> lease.token() == 2);
    assertThat(journal.holder(run.id())).contains(leases.get(0));
    assertThat(answers).filteredOn(Claim.Busy.class::isInstance).hasSize(7);
  }

  @Test
  void ofManyChangingRunsStartedAtOnceOneIsGrantedAndAllAreKept() throws Exception {
    List<Callable<Claim>> starts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      RunJournal asked = i % 2 == 0 ? journal : other;
      Run run = changing(i);
      starts.add(() -> asked.create(run, "owner-" + run.id(), LENGTH));
    }

    List<Claim> answers = together(starts);

    assertThat(answers).filteredOn(Claim.Granted.class::isInstance).hasSize(1);
    assertThat(journal.list(RunQuery.living())).hasSize(8);
  }

  @Test
  void artifactsAreInTheOrderInWhichTheyWereKept() {
    Lease lease = create(changing(1));
    Lease another = create(SampleRuns.run(2, new RepositoryId("x"), Effect.CHANGES));
    StoredArtifact late = new StoredArtifact("a-last-step", "notices", "{}");

    journal.checkpoint(lease, running("analyze"), Optional.of(REVIEW));
    journal.checkpoint(another, running("analyze"), Optional.of(REVIEW));
    journal.checkpoint(lease, running("fix"), Optional.of(FIX_SET));
    journal.checkpoint(lease, running("notify"), Optional.of(late));

    assertThat(other.artifacts(lease.run())).containsExactly(REVIEW, FIX_SET, late);
    assertThat(other.artifacts(UNKNOWN)).isEmpty();
  }

  @Test
  void aRepeatedCheckpointKeepsItsArtifactOnce() {
    Lease lease = create(changing(1));
    journal.checkpoint(lease, running("analyze"), Optional.of(REVIEW));
    journal.checkpoint(lease, running("fix"), Optional.of(FIX_SET));

    journal.checkpoint(lease, running("analyze"), Optional.of(REVIEW));

    assertThat(other.artifacts(lease.run())).containsExactly(REVIEW, FIX_SET);
  }

  @Test
  void aLargeArtifactComesBackWhole() {
    Lease lease = create(changing(1));
    String text = "\"" + "ä€𝄞\\u0000 ".repeat(200_000) + "\"";
    StoredArtifact large = new StoredArtifact("analyze", "review", text);

    journal.checkpoint(lease, running("analyze"), Optional.of(large));

    assertThat(other.artifacts(lease.run())).containsExactly(large);
  }

  @Test
  void listGivesTheNewestFirst() {
    IntStream.of(3, 1, 5, 2, 4).mapToObj(SampleRuns::reading).forEach(this::create);

    assertThat(other.list(RunQuery.newest(10)))
        .containsExactly(reading(5), reading(4), reading(3), reading(2), reading(1));
    assertThat(other.list(RunQuery.newest(2))).containsExactly(reading(5), reading(4));
  }

  @Test
  void listKeepsToRepositoryAndStatus() {
    RepositoryId elsewhere = new RepositoryId("github.com/acme/bank");
    create(reading(1));
    Lease over = create(reading(2));
    create(SampleRuns.run(3, elsewhere, Effect.READS));
    journal.checkpoint(
        over, RunState.queued().ended(RunStatus.FAILED, clock.instant()), Optional.empty());

    assertThat(ids(RunQuery.newest(9).of(REPOSITORY))).containsExactly(2, 1);
    assertThat(ids(RunQuery.living())).containsExactly(3, 1);
    assertThat(ids(RunQuery.living().of(elsewhere))).containsExactly(3);
    assertThat(
            ids(
                new RunQuery(
                    Optional.of(REPOSITORY), Set.of(RunStatus.FAILED, RunStatus.CANCELLED), 9)))
        .containsExactly(2);
    assertThat(ids(RunQuery.newest(9).of(new RepositoryId("none")))).isEmpty();
  }

  @Test
  void cancelIsSeenByTheOneWhoWorks() {
    Lease lease = create(changing(1));
    assertThat(journal.isCancelRequested(lease.run())).isFalse();

    assertThat(other.requestCancel(lease.run())).isTrue();
    assertThat(other.requestCancel(lease.run())).isTrue();

    assertThat(journal.isCancelRequested(lease.run())).isTrue();
    journal.checkpoint(lease, running("fix"), Optional.empty());
    assertThat(journal.isCancelRequested(lease.run())).isTrue();
  }

  @Test
  void aRunThatIsToStopCanRefuseACheckpoint() {
    Lease lease = create(changing(1));
    assertThat(refusable(lease, "analyze")).isTrue();
    other.requestCancel(lease.run());

    assertThat(refusable(lease, "fix")).isFalse();

    assertThat(other.find(lease.run()).orElseThrow().state()).isEqualTo(running("analyze"));
    assertThat(other.artifacts(lease.run()))
        .containsExactly(new StoredArtifact("analyze", "review", "{}"));
    assertThat(journal.checkpoint(lease, running("fix"), Optional.empty(), WhenCancelled.WRITE))
        .isTrue();
  }

  @Test
  void aLostLeaseIsNotTakenForACancelledRun() {
    Lease lease = create(changing(1));
    other.requestCancel(lease.run());
    journal.release(lease);
    other.claim(lease.run(), "there", LENGTH);

    assertThatThrownBy(() -> refusable(lease, "fix")).isInstanceOf(LeaseLostException.class);
  }

  private boolean refusable(Lease lease, String step) {
    return journal.checkpoint(
        lease,
        running(step),
        Optional.of(new StoredArtifact(step, "review", "{}")),
        WhenCancelled.REFUSE);
  }

  @Test
  void whatIsUnknownCannotBeCancelledHeldClaimedOrDeleted() {
    assertThat(journal.requestCancel(UNKNOWN)).isFalse();
    assertThat(journal.isCancelRequested(UNKNOWN)).isFalse();
    assertThat(journal.holder(UNKNOWN)).isEmpty();
    assertThat(journal.delete(UNKNOWN)).isFalse();
    assertThatThrownBy(() -> journal.claim(UNKNOWN, "here", LENGTH))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(UNKNOWN.value());
  }

  @Test
  void onlyARunThatIsOverIsDeleted() {
    Lease lease = create(changing(1));
    journal.checkpoint(lease, running("analyze"), Optional.of(REVIEW));
    assertThat(other.delete(lease.run())).isFalse();
    assertThat(other.find(lease.run())).isPresent();
    journal.checkpoint(
        lease, running("fix").ended(RunStatus.SUCCEEDED, clock.instant()), Optional.empty());

    assertThat(other.delete(lease.run())).isTrue();

    assertThat(journal.find(lease.run())).isEmpty();
    assertThat(journal.artifacts(lease.run())).isEmpty();
    assertThat(other.delete(lease.run())).isFalse();
    assertThatThrownBy(() -> journal.checkpoint(lease, running("fix"), Optional.of(REVIEW)))
        .isInstanceOf(LeaseLostException.class);
  }

  @Test
  void visitShowsTheRunsThatListGives() {
    for (int number = 1; number <= 30; number++) {
      create(reading(number));
    }
    List<Run> seen = new ArrayList<>();

    other.visit(RunQuery.newest(25).of(REPOSITORY), seen::add);

    assertThat(seen).hasSize(25).isEqualTo(other.list(RunQuery.newest(25).of(REPOSITORY)));
  }

  @Test
  void whatAVisitorThrowsIsPassedOnAndDoesNoHarm() {
    create(reading(1));

    assertThatThrownBy(
            () ->
                journal.visit(
                    RunQuery.newest(9),
                    run -> {
                      throw new IllegalStateException("enough");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("enough");

    assertThat(journal.list(RunQuery.newest(9))).containsExactly(reading(1));
  }

  @Test
  void ofManyRunsThoseThatAreOverAreDeleted() {
    Lease living = create(reading(1));
    Lease over = create(reading(2));
    Lease kept = create(reading(3));
    for (Lease lease : List.of(over, kept)) {
      journal.checkpoint(
          lease, RunState.queued().ended(RunStatus.FAILED, clock.instant()), Optional.of(REVIEW));
    }

    assertThat(other.deleteAll(List.of(living.run(), over.run(), UNKNOWN, over.run())))
        .isEqualTo(1);

    assertThat(ids(RunQuery.newest(9))).containsExactly(3, 1);
    assertThat(journal.artifacts(over.run())).isEmpty();
    assertThat(journal.artifacts(kept.run())).containsExactly(REVIEW);
    assertThat(other.deleteAll(List.of())).isZero();
  }

  @Test
  void aRunOfAnotherJournalIsAddedAsItWas() {
    Run over = reading(1).withState(running("fix").ended(RunStatus.SUCCEEDED, clock.instant()));
    StoredArtifact fixes = new StoredArtifact("fix", "fix-set", "{\"fixes\":[]}");

    assertThat(journal.add(over, List.of(REVIEW, fixes))).isTrue();

    assertThat(other.find(over.id())).contains(over);
    assertThat(other.artifacts(over.id())).containsExactly(REVIEW, fixes);
    assertThat(other.list(RunQuery.newest(9).of(REPOSITORY))).containsExactly(over);
    assertThat(other.holder(over.id())).isEmpty();
    assertThat(other.claim(over.id(), "there", LENGTH))
        .isEqualTo(new Claim.Over(RunStatus.SUCCEEDED));
    assertThat(other.delete(over.id())).isTrue();
  }

  @Test
  void secretsOfARunThatIsAddedAreMasked() {
    String secret = "ghp_0123456789abcdefghijABCDEFGHIJ012345";
    StepRecord step =
        StepRecord.started("fix", START)
            .ended(StepOutcome.FAILED, START, "with " + secret, Optional.of(secret + " is wrong"));
    RunState state = RunState.queued().withStep(step).ended(RunStatus.FAILED, clock.instant());

    journal.add(
        reading(1).withState(state),
        List.of(new StoredArtifact("fix", "fix-set", "{\"a\":[\"%s\"]}".formatted(secret))));

    StepRecord kept = other.find(reading(1).id()).orElseThrow().state().steps().get(0);
    assertThat(kept.summary()).isEqualTo("with [redacted]");
    assertThat(kept.error()).contains("[redacted] is wrong");
    assertThat(other.artifacts(reading(1).id()).get(0).json())
        .isEqualTo("{\"a\":[\"[redacted]\"]}");
  }

  @Test
  void noRunIsReplacedByOneThatIsAdded() {
    Lease lease = create(reading(1));
    Run over = reading(1).withState(RunState.queued().ended(RunStatus.FAILED, clock.instant()));

    assertThat(other.add(over, List.of(REVIEW))).isFalse();

    assertThat(journal.find(lease.run())).contains(reading(1));
    assertThat(journal.artifacts(lease.run())).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> other.add(reading(2), List.of()));
  }

  private Lease create(Run run) {
    return granted(journal.create(run, "here", LENGTH));
  }

  private List<Integer> ids(RunQuery query) {
    return other.list(query).stream()
        .map(run -> Integer.parseInt(run.id().value().substring(16), 16))
        .toList();
  }

  private Lease lease(Lease like, long token) {
    return new Lease(like.run(), like.owner(), token, clock.instant().plus(LENGTH));
  }

  private static RunState running(String step) {
    StepRecord record =
        StepRecord.started(step, START)
            .ended(StepOutcome.SUCCEEDED, START, "Done.", Optional.of("once: \"no\""));
    return RunState.queued().withStatus(RunStatus.RUNNING).withStep(record);
  }

  private static Lease granted(Claim claim) {
    assertThat(claim).isInstanceOf(Claim.Granted.class);
    return claim.granted().orElseThrow();
  }
}
