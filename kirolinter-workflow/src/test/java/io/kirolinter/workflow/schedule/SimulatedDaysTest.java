package io.kirolinter.workflow.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.schedule.CronTimes;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.JobState;
import io.kirolinter.core.schedule.MissedPolicy;
import io.kirolinter.core.schedule.Schedule;
import io.kirolinter.core.testkit.SettableClock;
import io.kirolinter.workflow.schedule.SimulatedProcess.Started;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand days on a settable clock, with leap days, changes of daylight-saving time, processes
 * that are away or killed, and pauses. What is expected is worked out from lists of days and times
 * of day that stand here, and by a plain walk over them; nothing of the product is asked for it.
 */
class SimulatedDaysTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 10_000;
  private static final Instant START = FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();
  private static final Instant END = START.plus(Duration.ofDays(DAYS));
  private static final Duration IN_TIME = Duration.ofMinutes(1);
  private static final Duration LOST = Duration.ofSeconds(45);

  /** A job, and its planned moments by another way than the product's. */
  private record Case(
      String name, Schedule schedule, Duration length, List<Instant> planned, Instant firstDue) {

    String id() {
      return Job.idFor(new RepositoryId("github.com/acme/shop"), name);
    }

    Job job() {
      return new Job(
          id(),
          new RepositoryId("github.com/acme/shop"),
          "/home/ann/shop",
          name,
          RunOptions.applyingTo(ApplyTarget.NONE),
          schedule,
          JobState.dueAt(Optional.of(firstDue)));
    }
  }

  /** A time in which something holds. */
  private record Span(Instant from, Instant to) {

    boolean has(Instant time) {
      return !time.isBefore(from) && time.isBefore(to);
    }
  }

  private static final List<Case> CASES =
      List.of(
          calendar("30 2 * * *", "Europe/Berlin", MissedPolicy.SKIP, 30, d -> true, "02:30"),
          calendar(
              "30 1-3 * * *",
              "America/New_York",
              MissedPolicy.ONCE,
              20,
              d -> true,
              "01:30",
              "02:30",
              "03:30"),
          calendar("30 2 * * *", "Australia/Sydney", MissedPolicy.ONCE, 3_000, d -> true, "02:30"),
          calendar(
              "15,45 1-2 * * *",
              "Australia/Lord_Howe",
              MissedPolicy.SKIP,
              600,
              d -> true,
              "01:15",
              "01:45",
              "02:15",
              "02:45"),
          calendar(
              "0 0 29 2 *",
              "Europe/Berlin",
              MissedPolicy.ONCE,
              5,
              d -> d.getMonthValue() == 2 && d.getDayOfMonth() == 29,
              "00:00"),
          calendar(
              "45 23 1,15 * fri",
              "UTC",
              MissedPolicy.SKIP,
              5,
              d ->
                  d.getDayOfMonth() == 1
                      || d.getDayOfMonth() == 15
                      || d.getDayOfWeek().getValue() == 5,
              "23:45"),
          interval("daily", Duration.ofDays(1), MissedPolicy.ONCE, 5),
          interval("overlapping", Duration.ofHours(35), MissedPolicy.SKIP, 40 * 3_600));

  private static Case calendar(
      String cron,
      String zone,
      MissedPolicy missed,
      int seconds,
      Predicate<LocalDate> day,
      String... times) {
    ZoneId place = ZoneId.of(zone);
    TreeSet<Instant> moments =
        IntStream.range(-1, DAYS + 2)
            .mapToObj(FIRST::plusDays)
            .filter(day)
            .flatMap(date -> Stream.of(times).map(time -> date.atTime(LocalTime.parse(time))))
            .map(local -> moment(local, place))
            .filter(moment -> !moment.isBefore(START))
            .collect(Collectors.toCollection(TreeSet::new));
    String name = (cron + " " + zone).replaceAll("[^A-Za-z0-9]+", "-");
    return new Case(
        name,
        Schedule.at(new CronTimes(cron, place)).withMissed(missed),
        Duration.ofSeconds(seconds),
        List.copyOf(moments),
        moments.first());
  }

  /** A skipped time is the moment of the change, a doubled one the first of the two. */
  private static Instant moment(LocalDateTime local, ZoneId zone) {
    Instant earlier = local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    boolean exists = LocalDateTime.ofInstant(earlier, zone).equals(local);
    return exists
        ? earlier
        : zone.getRules().nextTransition(earlier.minus(Duration.ofHours(12))).getInstant();
  }

  private static Case interval(String name, Duration interval, MissedPolicy missed, int seconds) {
    List<Instant> moments =
        Stream.iterate(START.plusSeconds(7), t -> t.isBefore(END), t -> t.plus(interval)).toList();
    return new Case(
        name,
        Schedule.every(interval).withMissed(missed),
        Duration.ofSeconds(seconds),
        moments,
        moments.get(0));
  }

  @Test
  void withSomebodyAlwaysThereEachPlannedMomentHasOneRunInItsOrder() {
    World world = new World(1, List.of(), List.of(), 0);

    world.run();

    for (Case one : CASES.subList(0, 7)) {
      assertThat(world.started(one))
          .as(one.name())
          .hasSizeGreaterThan(one.name().contains("29-2") ? 6 : 900);
      requireSame(
          one.name(),
          world.started(one).stream().map(s -> s.due().toString()).toList(),
          one.planned().stream().filter(t -> t.isBefore(END)).map(Instant::toString).toList());
    }
    assertThat(daysOf(world.started(CASES.get(0)), "Europe/Berlin")).hasSize(DAYS);
    assertThat(daysOf(world.started(CASES.get(2)), "Australia/Sydney")).hasSize(DAYS);
  }

  private static Set<LocalDate> daysOf(List<Started> started, String zone) {
    return started.stream()
        .map(one -> LocalDate.ofInstant(one.due(), ZoneId.of(zone)))
        .collect(Collectors.toSet());
  }

  @Test
  void everyFiringIsAsSpecifiedThroughOutagesKillsAndPauses() {
    SplittableRandom random = new SplittableRandom(2026);
    List<Span> away = spans(random, 700, Duration.ofDays(9));
    List<Span> paused = spans(random, 300, Duration.ofDays(20));
    World world = new World(2, away, paused, 400);

    world.run();

    assertThat(world.kills).isGreaterThan(200);
    for (Case one : CASES) {
      requireSame(
          one.name(),
          world.started(one).stream().map(s -> s.due() + " at " + s.at()).toList(),
          expected(one, world));
    }
    assertThat(world.runs).hasSize(world.all.size());
  }

  /** Shows where they first differ: of ten thousand lines nobody finds it. */
  private static void requireSame(String name, List<String> found, List<String> expected) {
    for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
      assertThat(found.get(i))
          .as("%s, run %d, after %s", name, i, found.get(Math.max(0, i - 1)))
          .isEqualTo(expected.get(i));
    }
    assertThat(found).as(name).hasSameSizeAs(expected);
  }

  private static List<Span> spans(SplittableRandom random, int count, Duration longest) {
    List<Span> spans = new ArrayList<>();
    Instant time = START;
    for (int i = 0; i < count; i++) {
      long gap = Duration.ofDays(DAYS).toSeconds() / count;
      Instant from = time.plusSeconds(random.nextLong(gap / 2));
      long most = Math.min(longest.toSeconds(), gap / 2);
      spans.add(new Span(from, from.plusSeconds(1 + random.nextLong(most))));
      time = time.plusSeconds(gap);
    }
    return spans;
  }

  /** The rules of the documentation, walked through for one job. */
  private static List<String> expected(Case one, World world) {
    List<String> runs = new ArrayList<>();
    List<Instant> planned = one.planned();
    int next = 0;
    Instant busyUntil = Instant.MIN;
    Optional<Instant> lost = Optional.empty();
    Instant lostUntil = Instant.MIN;
    for (World.Happening now : world.happenings) {
      int passed = next;
      while (passed < planned.size() && !planned.get(passed).isAfter(now.at())) {
        passed++;
      }
      if (now.kind() == World.Kind.RESUMED) {
        next = passed;
      } else if (now.kind() == World.Kind.LOOKED && now.reaches(one.id())) {
        boolean killed = now.killedBy().equals(Optional.of(one.id()));
        Optional<Instant> due = Optional.empty();
        if (busyUntil.isAfter(now.at()) || (lost.isPresent() && lostUntil.isAfter(now.at()))) {
          next = passed; // overlapped
        } else if (lost.isPresent()) {
          due = one.schedule().missed() == MissedPolicy.ONCE ? lost : due;
          next = due.isPresent() ? passed : next;
          lost = Optional.empty();
        } else if (passed > next && !world.isPaused(now.at())) {
          Instant last = planned.get(passed - 1);
          boolean inTime = !last.plus(IN_TIME).isBefore(now.at());
          due =
              inTime
                  ? Optional.of(last)
                  : one.schedule().missed() == MissedPolicy.ONCE
                      ? Optional.of(planned.get(next))
                      : due;
          next = passed;
        }
        if (due.isPresent() && killed) {
          lost = due;
          lostUntil = now.at().plus(LOST);
        } else if (due.isPresent()) {
          runs.add(due.get() + " at " + now.at());
          busyUntil = now.at().plus(one.length());
        }
      }
    }
    return runs;
  }

  /** The processes, and all that happens to them in the order of time. */
  private static final class World {

    enum Kind {
      LOOKED,
      PAUSED,
      RESUMED
    }

    /**
     * @param killedBy the job of whose firing the process died
     */
    record Happening(Kind kind, Instant at, Optional<String> killedBy) {

      /** Jobs are looked at by their names; a process that dies looks at no more. */
      boolean reaches(String job) {
        return killedBy.filter(last -> last.compareTo(job) < 0).isEmpty();
      }
    }

    private final SplittableRandom random = new SplittableRandom(7);
    private final SettableClock clock = SettableClock.at(START.toString());
    private final JobsInMemory store = new JobsInMemory();
    private final NavigableMap<Instant, Span> away;
    private final NavigableMap<Instant, Span> paused;
    private final int mostKills;
    private final Map<String, Duration> lengths = new HashMap<>();
    private final List<Started> all = new ArrayList<>();
    private final Set<RunId> runs = new HashSet<>();
    private final List<Happening> happenings = new ArrayList<>();
    private final List<SimulatedProcess> processes = new ArrayList<>();
    private int born;
    private int kills;

    World(int count, List<Span> away, List<Span> paused, int mostKills) {
      this.away = byTime(away);
      this.paused = byTime(paused);
      this.mostKills = mostKills;
      for (Case one : CASES) {
        store.put(one.job());
        lengths.put(one.id(), one.length());
      }
      for (int i = 0; i < count; i++) {
        processes.add(process());
      }
    }

    private static NavigableMap<Instant, Span> byTime(List<Span> spans) {
      TreeMap<Instant, Span> all = new TreeMap<>();
      spans.forEach(span -> all.put(span.from(), span));
      return all;
    }

    private SimulatedProcess process() {
      return new SimulatedProcess(
          store, clock, "process " + ++born, lengths, this::kills, all, runs);
    }

    private boolean kills() {
      boolean now = kills < mostKills && random.nextInt(100) == 0;
      kills += now ? 1 : 0;
      return now;
    }

    List<Started> started(Case one) {
      return all.stream().filter(run -> run.job().equals(one.id())).toList();
    }

    boolean isPaused(Instant time) {
      return covers(paused, time);
    }

    private static boolean covers(NavigableMap<Instant, Span> spans, Instant time) {
      Map.Entry<Instant, Span> before = spans.floorEntry(time);
      return before != null && before.getValue().has(time);
    }

    void run() {
      TreeMap<Instant, Kind> times = new TreeMap<>();
      for (Case one : CASES) {
        for (Instant planned : one.planned()) {
          // The next look after a planned moment is at most ten seconds away; others follow.
          times.put(planned.plusSeconds(random.nextInt(10)), Kind.LOOKED);
          if (random.nextInt(4) == 0) {
            times.put(planned.plusSeconds(50 + random.nextInt(10)), Kind.LOOKED);
          }
        }
      }
      away.values().forEach(span -> times.put(span.to(), Kind.LOOKED));
      paused
          .values()
          .forEach(
              span -> {
                times.put(span.from(), Kind.PAUSED);
                times.put(span.to(), Kind.RESUMED);
              });
      times.headMap(END).forEach(this::happen);
    }

    private void happen(Instant at, Kind kind) {
      clock.set(at);
      if (kind != Kind.LOOKED) {
        happenings.add(new Happening(kind, at, Optional.empty()));
        store.list().forEach(job -> store.put(asked(job, kind)));
      } else if (!covers(away, at)) {
        look(at);
      }
    }

    private Job asked(Job job, Kind kind) {
      return kind == Kind.PAUSED
          ? JobRequests.paused(job)
          : JobRequests.resumed(job, clock.instant());
    }

    /** All processes look, one after the other; one that dies is followed by a new one. */
    private void look(Instant at) {
      for (int i = 0; i < processes.size(); i++) {
        processes.forEach(SimulatedProcess::endRuns);
        processes.get(i).tick();
        Optional<String> diedOf = processes.get(i).diedOf();
        happenings.add(new Happening(Kind.LOOKED, at, diedOf));
        if (diedOf.isPresent()) {
          SimulatedProcess heir = process();
          heir.inherit(processes.get(i));
          processes.set(i, heir);
        }
      }
    }
  }
}
