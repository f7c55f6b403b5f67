package io.kirolinter.workflow.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.LeaseLostException;
import io.kirolinter.core.run.Claim;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.core.testkit.SampleRuns;
import io.kirolinter.workflow.testkit.Bench;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.TidyAgents;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock that is put forward and back while runs go on. */
class ClockJumpTest {

  private static final Duration LEASE = Duration.ofSeconds(6);
  private static final int JUMPS = 400;

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(ints = {5, -5, 300, -300})
  void aRunGoesOnWhenTheClockIsPutForwardOrBackInEveryStep(int hours) throws Exception {
    try (Bench bench = new Bench(home)) {
      Folder folder = bench.folder("project");
      TidyAgents agents = new TidyAgents();
      for (String step : List.of("predict", "analyze", "fix", "integrate", "learn")) {
        agents.before(step, context -> bench.clock().advance(Duration.ofHours(hours)));
      }

      Run run = bench.coordinator(agents).run("full_review", folder, RunRequest.autonomous());

      assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(run.state().takeovers()).isZero();
      assertThat(agents.calls()).containsExactly("predict", "analyze", "fix", "integrate", "learn");
    }
  }

  @Test
  void aProcessThatIsAliveKeepsItsRunWhenTheClockIsPutBack() throws Exception {
    try (Bench bench = new Bench(home)) {
      Lease lease = create(bench.stores().journal(), "one");
      bench.clock().advance(Duration.ofHours(-5));

      Lease renewed = bench.stores().journal().renew(lease, LEASE);

      assertThat(bench.stores().journal().claim(lease.run(), "two", LEASE))
          .isInstanceOf(Claim.Busy.class);
      bench.stores().journal().checkpoint(renewed, running(1), Optional.empty());
    }
  }

  /** Whatever the clock does, of all who were granted the run only the last can write. */
  @Test
  void twoNeverHoldARunHoweverTheClockJumps() throws Exception {
    Random lots = new Random(20261122);
    try (Bench bench = new Bench(home);
        Stores other = EmbeddedStores.open(home.toRealPath().resolve("data"), bench.clock())) {
      List<Lease> granted = new ArrayList<>(List.of(create(bench.stores().journal(), "owner-0")));
      for (int i = 1; i <= JUMPS; i++) {
        bench.clock().advance(Duration.ofSeconds(lots.nextInt(36_000) - 18_000));
        RunJournal asked = lots.nextBoolean() ? other.journal() : bench.stores().journal();
        asked
            .claim(granted.get(0).run(), "owner-" + i % 3, LEASE)
            .granted()
            .ifPresent(granted::add);

        Lease last = granted.get(granted.size() - 1);
        asked.checkpoint(last, running(i), Optional.empty());
        assertThat(asked.renew(last, LEASE).token()).isEqualTo(last.token());
        if (granted.size() > 1) {
          Lease stale = granted.get(lots.nextInt(granted.size() - 1));
          assertThatThrownBy(() -> asked.checkpoint(stale, running(0), Optional.empty()))
              .isInstanceOf(LeaseLostException.class);
          assertThatThrownBy(() -> asked.renew(stale, LEASE))
              .isInstanceOf(LeaseLostException.class);
        }
        assertThat(asked.find(last.run()).orElseThrow().state()).isEqualTo(running(i));
      }
      assertThat(granted).hasSizeGreaterThan(JUMPS / 10);
      assertThat(granted).extracting(Lease::token).doesNotHaveDuplicates().isSorted();
    }
  }

  private static Lease create(RunJournal journal, String owner) {
    return journal.create(SampleRuns.changing(1), owner, LEASE).granted().orElseThrow();
  }

  private static RunState running(int number) {
    return RunState.queued()
        .withStatus(RunStatus.RUNNING)
        .withStep(StepRecord.started("step-" + number, SampleRuns.changing(1).plan().createdAt()));
  }
}
