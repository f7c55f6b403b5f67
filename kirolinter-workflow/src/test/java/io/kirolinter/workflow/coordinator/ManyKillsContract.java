package io.kirolinter.workflow.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.store.Stores;
import io.kirolinter.workflow.testkit.FastJvm;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.KillSeries;
import io.kirolinter.workflow.testkit.Outbox;
import io.kirolinter.workflow.testkit.StorePlace;
import io.kirolinter.workflow.testkit.TidyAgents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes that work through run after run on one store, two at any time, each on a
 * repository of its own, and are killed at moments drawn by lot; the next one takes over what was
 * left. To be run on each sort of store.
 */
@Timeout(600)
abstract class ManyKillsContract {

  private static final int KILLS_OF_EACH = 75;
  private static final long SEED = 20261122;
  private static final Duration LEASE = Duration.ofMillis(400);
  private static final List<String> PROJECTS = List.of("one", "two");

  @TempDir Path temporary;

  /** {@return the place of an empty store} */
  abstract String store(Path home);

  /** The process that is killed: takes over, then starts runs, and tells of each end. */
  static final class Victim {

    private Victim() {}

    /** Store, home, project, and how many runs. */
    public static void main(String[] arguments) throws Exception {
      Path home = Path.of(arguments[1]);
      Folder folder = Folder.of(home.resolve(arguments[2]));
      try (Stores stores = StorePlace.open(arguments[0]);
          Coordinator coordinator = coordinator(home, stores)) {
        coordinator.recover(folder);
        for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
          Run run = coordinator.run("full_review", folder, RunRequest.autonomous());
          System.out.println(run.id());
        }
      }
    }
  }

  private static Coordinator coordinator(Path home, Stores stores) {
    TidyAgents agents = new TidyAgents();
    for (String step : List.of("predict", "analyze", "fix", "integrate", "learn")) {
      agents.before(step, context -> begin(home, step, context));
    }
    return Coordinator.builder()
        .agents(agents.all())
        .stores(stores)
        .clock(InstantSource.system())
        .random(new SplittableRandom())
        .folder(home.resolve("runs"))
        .leaseLength(LEASE)
        .build();
  }

  /** Notes that the step begins; what integrate does to the world carries the key of the step. */
  private static void begin(Path home, String step, StepContext context) throws IOException {
    String run = context.runId().value();
    Files.writeString(
        home.resolve("begun"),
        run + " " + step + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    if (step.equals("integrate")) {
      new Outbox(home.resolve("sent")).send(context);
    }
  }

  @Test
  void noRunIsLostOrDoneTwiceHoweverOftenProcessesAreKilled() throws Exception {
    Path home = temporary.toRealPath();
    PROJECTS.forEach(name -> Folder.of(home.resolve(name)).withUntidyFile("untidy.txt"));

    int kills = kill(home);

    assertThat(kills).isEqualTo(KILLS_OF_EACH * PROJECTS.size());
    try (Stores stores = StorePlace.open(store(home));
        Coordinator last = coordinator(home, stores)) {
      await()
          .untilAsserted(
              () -> {
                for (String name : PROJECTS) {
                  last.recover(Folder.of(home.resolve(name)));
                }
                assertThat(stores.journal().list(RunQuery.living())).isEmpty();
              });
      List<Run> runs = stores.journal().list(RunQuery.newest(99_999));
      assertThat(runs).hasSizeGreaterThan(KILLS_OF_EACH);
      assertThat(runs).extracting(run -> run.state().status()).containsOnly(RunStatus.SUCCEEDED);
      assertThat(runs.stream().mapToInt(run -> run.state().takeovers()).sum())
          .as("kills in the midst of a run")
          .isGreaterThan(KILLS_OF_EACH / 10);
      assertEachOnce(home, stores, runs);
    }
  }

  private int kill(Path home) throws Exception {
    FastJvm jvm =
        FastJvm.complainingTo(home.resolve("errors"))
            .learning(home, Victim.class, arguments(home, PROJECTS.get(0), 2));
    return new KillSeries(jvm, Victim.class, SEED)
        .kill(
            PROJECTS.size(),
            KILLS_OF_EACH,
            home,
            (place, number) -> arguments(home, PROJECTS.get(place), Integer.MAX_VALUE));
  }

  private String[] arguments(Path home, String project, int runs) {
    return new String[] {store(home), home.toString(), project, Integer.toString(runs)};
  }

  private static void assertEachOnce(Path home, Stores stores, List<Run> runs) throws IOException {
    List<String> ids = runs.stream().map(run -> run.id().value()).sorted().toList();
    assertThat(new Outbox(home.resolve("sent")).senders()).as("messages sent").isEqualTo(ids);
    int learned = 0;
    for (String name : PROJECTS) {
      List<Observation> seen =
          stores.memory().observations(Folder.of(home.resolve(name)).id(), "tidy", 99_999);
      learned += seen.size();
    }
    assertThat(learned).as("observations").isEqualTo(runs.size());
    List<String> begun = Files.readAllLines(home.resolve("begun"));
    var times = begun.stream().collect(Collectors.groupingBy(line -> line, Collectors.counting()));
    for (Run run : runs) {
      for (StepRecord step : run.state().steps()) {
        assertThat(times.getOrDefault(run.id() + " " + step.name(), 0L))
            .as("%s of %s, which has %d attempts", step.name(), run.id(), step.attempts())
            .isBetween(1L, (long) step.attempts());
      }
    }
  }
}
