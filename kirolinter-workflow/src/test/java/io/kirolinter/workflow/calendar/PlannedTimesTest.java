package io.kirolinter.workflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.schedule.CronTimes;
import io.kirolinter.core.schedule.MissedPolicy;
import io.kirolinter.core.schedule.Schedule;
import io.kirolinter.workflow.calendar.Verdict.Action;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannedTimesTest {

  private static final Instant DUE = Instant.parse("2026-11-22T18:00:00Z");
  private static final Schedule EVERY_TEN = Schedule.every(Duration.ofMinutes(10));

  @ParameterizedTest
  @CsvSource({"-5, 0", "-1, 0", "0, 10", "1, 10", "9, 10", "10, 20", "95, 100", "-25, -20"})
  void anIntervalGoesOnFromItsAnchorWhateverTheTime(int minutes, int next) {
    assertThat(times(EVERY_TEN).after(at(minutes))).contains(at(next));
  }

  /** The spring forward and autumn back of a northern and a southern zone, and of half an hour. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // skipped: 2:30 does not exist, so the moment at which 2:00 becomes 3:00
        "30 2 * * * | Europe/Berlin       | 2026-03-28T12:00:00Z | 2026-03-29T01:00:00Z, 2026-03-30T00:30:00Z",
        // several skipped times and one that exists are one moment
        "*/30 2,3 * * * | Europe/Berlin   | 2026-03-29T00:30:00Z | 2026-03-29T01:00:00Z, 2026-03-29T01:30:00Z, 2026-03-30T00:00:00Z",
        // doubled: 2:30 comes twice, the first counts
        "30 2 * * * | Europe/Berlin       | 2026-10-24T12:00:00Z | 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
        "30 2 * * * | Europe/Berlin       | 2026-10-25T00:45:00Z | 2026-10-26T01:30:00Z",
        "30 2 * * * | Europe/Berlin       | 2026-10-25T01:15:00Z | 2026-10-26T01:30:00Z",
        "30 2 * * * | Australia/Sydney    | 2026-10-03T12:00:00Z | 2026-10-03T16:00:00Z, 2026-10-04T15:30:00Z",
        "30 2 * * * | Australia/Sydney    | 2026-04-04T12:00:00Z | 2026-04-04T15:30:00Z, 2026-04-05T16:30:00Z",
        // half an hour: 2:15 is skipped in October, and 1:45 comes twice in April
        "15 2 * * * | Australia/Lord_Howe | 2026-10-03T12:00:00Z | 2026-10-03T15:30:00Z, 2026-10-04T15:15:00Z",
        "45 1 * * * | Australia/Lord_Howe | 2026-04-04T12:00:00Z | 2026-04-04T14:45:00Z, 2026-04-05T15:15:00Z",
        "0 0 * * *  | America/Sao_Paulo   | 2018-11-03T12:00:00Z | 2018-11-04T03:00:00Z, 2018-11-05T02:00:00Z",
      })
  void eachLocalTimeCountsOnce(String cron, String zone, Instant from, String moments) {
    PlannedTimes times = times(Schedule.at(new CronTimes(cron, ZoneId.of(zone))));

    List<String> found = new ArrayList<>();
    Instant time = from;
    for (String unused : moments.split(", ", -1)) {
      time = times.after(time).orElseThrow();
      found.add(time.toString());
    }

    assertThat(String.join(", ", found)).isEqualTo(moments);
  }

  @ParameterizedTest
  @CsvSource({
    "ONCE, -1, WAIT, 0, 0",
    "ONCE, 0, FIRE, 0, 10",
    "SKIP, 1, FIRE, 0, 10",
    "ONCE, 2, MAKE_UP, 0, 10",
    "SKIP, 2, LEAVE_OUT, 0, 10",
    "SKIP, 30, FIRE, 30, 40",
    "ONCE, 31, FIRE, 30, 40",
    "ONCE, 35, MAKE_UP, 0, 40",
    "SKIP, 35, LEAVE_OUT, 0, 40",
    "ONCE, 5000000, FIRE, 5000000, 5000010",
  })
  void whatIsToBeDoneFollowsFromPolicyAndTime(
      MissedPolicy policy, int now, Action action, int due, int next) {
    assertThat(times(EVERY_TEN.withMissed(policy)).at(DUE, at(now)))
        .isEqualTo(new Verdict(action, at(due), Optional.of(at(next))));
  }

  @Test
  void aJitterIsTheSameEverywhereAndOtherForEachTime() {
    Schedule schedule = Schedule.every(Duration.ofHours(1)).withJitter(Duration.ofMinutes(5));
    TreeSet<Duration> offsets = new TreeSet<>();
    Instant planned = DUE;
    for (int i = 0; i < 1_000; i++) {
      Duration offset = Duration.between(planned, times(schedule).startOf(planned));
      assertThat(times(schedule).startOf(planned)).isEqualTo(planned.plus(offset));
      offsets.add(offset);
      planned = planned.plus(Duration.ofHours(1));
    }

    assertThat(offsets.first()).isBetween(Duration.ZERO, Duration.ofSeconds(5));
    assertThat(offsets.last()).isBetween(Duration.ofSeconds(295), Duration.ofSeconds(300));
    assertThat(PlannedTimes.of("another", schedule, DUE).startOf(DUE))
        .isNotEqualTo(times(schedule).startOf(DUE));
  }

  @Test
  void aJitterNeverReachesTheNextTime() {
    CronTimes pairs = new CronTimes("0,1 3 * * *", ZoneId.of("UTC"));
    PlannedTimes times = times(Schedule.at(pairs).withJitter(Duration.ofHours(2)));
    Instant planned = DUE;
    for (int i = 0; i < 100; i++) {
      planned = times.after(planned).orElseThrow();
      assertThat(times.startOf(planned)).isBefore(times.after(planned).orElseThrow());
    }
  }

  @Test
  void aScheduleOfCommitsHasNoTimes() {
    assertThat(times(Schedule.onCommits()).after(DUE)).isEmpty();
    assertThat(times(Schedule.onCommits()).at(DUE, at(90)).next()).isEmpty();
  }

  private static PlannedTimes times(Schedule schedule) {
    return PlannedTimes.of("monitor@shop", schedule, DUE);
  }

  private static Instant at(int minutes) {
    return DUE.plus(Duration.ofMinutes(minutes));
  }
}
