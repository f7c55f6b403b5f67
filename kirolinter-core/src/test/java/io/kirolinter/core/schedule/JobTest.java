package io.kirolinter.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kirolinter.core.json.Json;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.schedule.Firing.Cause;
import io.kirolinter.core.schedule.FiringRecord.Ending;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JobTest {

  private static final Instant DUE = Instant.parse("2026-11-22T18:00:00Z");
  private static final RunId RUN = RunId.of("20261122-180000-4f2ac1");
  private static final CronTimes NIGHTLY = new CronTimes("0 3 * * *", ZoneOffset.UTC);

  @Test
  void isNamedByTemplateAndRepository() {
    assertThat(Job.idFor(new RepositoryId("github.com/acme/shop"), "monitor"))
        .isEqualTo("monitor@github.com/acme/shop");
  }

  @Test
  void isReadAsTheFirstReleaseWroteIt() {
    Job job =
        Json.read(
            """
            {"id":"monitor@github.com/acme/shop","repository":"github.com/acme/shop",
             "location":"/home/ann/shop","template":"monitor",
             "options":{"apply":"none","verifyCommand":null,"maxFixes":null,"analyzers":[]},
             "interval":"PT24H","nextDue":"2026-11-22T18:00:00Z"}""",
            Job.class);

    assertThat(job.schedule()).isEqualTo(Schedule.every(Duration.ofHours(24)));
    assertThat(job.state()).isEqualTo(JobState.dueAt(Optional.of(DUE)));
  }

  @Test
  void hasAnIntervalOfAMinuteToTenYears() {
    assertThat(Schedule.every(Duration.ofMinutes(1)).interval()).contains(Duration.ofMinutes(1));
    for (String wrong : new String[] {"PT59S", "-PT5M", "PT87601H"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Schedule.every(Duration.parse(wrong)))
          .withMessageContaining("1 minute to 10 years");
    }
  }

  @Test
  void hasOneKindOfTimesAndAJitterThatIsShorterThanItsInterval() {
    Schedule hourly = Schedule.every(Duration.ofHours(1));

    assertThat(hourly.withJitter(Duration.ofMinutes(59)).jitter()).hasMinutes(59);
    assertThatIllegalArgumentException().isThrownBy(() -> hourly.withJitter(Duration.ofHours(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Schedule.at(NIGHTLY).withJitter(Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Schedule.onCommits().withCommits(CommitPolicy.IGNORE))
        .withMessageContaining("commits");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Schedule(
                    hourly.interval(),
                    Optional.of(NIGHTLY),
                    Duration.ZERO,
                    MissedPolicy.ONCE,
                    CommitPolicy.IGNORE));
    assertThatIllegalArgumentException().isThrownBy(() -> new CronTimes(" ", ZoneOffset.UTC));
  }

  @Test
  void remembersItsLastFiringsTheNewestFirst() {
    JobState state = JobState.dueAt(Optional.of(DUE)).withPending(Firing.of(Cause.TIME, DUE, RUN));
    for (int i = 0; i < 7; i++) {
      state = state.remembering(record(i));
    }

    JobState ended = state.ended(record(7));

    assertThat(state.pending()).isPresent();
    assertThat(ended.pending()).isEmpty();
    assertThat(ended.past())
        .isEqualTo(IntStream.of(7, 6, 5, 4, 3).mapToObj(JobTest::record).toList());
  }

  @Test
  void aFiringIsClaimedUntilItsProcessCountsAsLost() {
    Firing claimed = Firing.of(Cause.TIME, DUE, RUN).claimedBy("one", DUE.plusSeconds(30));

    assertThat(claimed.isClaimedAt(DUE.plusSeconds(29))).isTrue();
    assertThat(claimed.isClaimedAt(DUE.plusSeconds(30))).isFalse();
    assertThat(claimed.unclaimed().isClaimedAt(DUE)).isFalse();
  }

  private static FiringRecord record(int number) {
    return new FiringRecord(
        Cause.TIME, DUE.plusSeconds(number), Ending.RAN, DUE, Optional.of(RUN), "succeeded");
  }
}
