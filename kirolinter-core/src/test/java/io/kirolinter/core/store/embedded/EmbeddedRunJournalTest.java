package io.kirolinter.core.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.run.Claim;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.RunJournalContract;
import io.kirolinter.core.testkit.SampleRuns;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRunJournalTest extends RunJournalContract {

  private static final Duration LENGTH = Duration.ofSeconds(6);
  private static final RunState END =
      RunState.queued().ended(RunStatus.CANCELLED, Instant.parse("2026-11-22T18:15:30Z"));

  @TempDir Path home;

  @Override
  protected Stores open(InstantSource time) {
    return EmbeddedStores.open(home, time);
  }

  @Test
  void aRunThatWaitsForAnotherOneCanBeEnded() {
    RunJournal journal = opening().journal();
    journal.create(SampleRuns.changing(1), "here", LENGTH);
    Run waiting = SampleRuns.changing(2);
    journal.create(waiting, "there", LENGTH);

    assertThat(journal.endUnbegun(waiting.id(), END)).isTrue();

    assertThat(journal.find(waiting.id())).contains(waiting.withState(END));
    assertThat(journal.claim(waiting.id(), "there", LENGTH))
        .isEqualTo(new Claim.Over(RunStatus.CANCELLED));
    assertThat(journal.endUnbegun(waiting.id(), END)).as("it is over").isFalse();
  }

  @Test
  void aRunThatIsHeldOrHasBegunIsNotEndedWithoutItsLease() {
    RunJournal journal = opening().journal();
    Run held = SampleRuns.changing(1);
    Claim claim = journal.create(held, "here", LENGTH);
    assertThat(journal.endUnbegun(held.id(), END)).as("held").isFalse();

    RunState begun = RunState.queued().withStatus(RunStatus.RUNNING);
    journal.checkpoint(claim.granted().orElseThrow(), begun, Optional.empty());
    journal.release(claim.granted().orElseThrow());

    assertThat(journal.endUnbegun(held.id(), END)).as("begun").isFalse();
    assertThat(journal.find(held.id())).contains(held.withState(begun));
    assertThat(journal.endUnbegun(RunId.of("20200101-000000-abcdef"), END)).isFalse();
  }
}
