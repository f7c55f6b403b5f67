package io.kirolinter.workflow.coordinator;

import static io.kirolinter.workflow.testkit.Bench.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kirolinter.core.error.LeaseLostException;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.store.Stores;
import io.kirolinter.workflow.testkit.FastJvm;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.StorePlace;
import io.kirolinter.workflow.testkit.TidyAgents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is stopped by a signal in the middle of a step, and wakes when another one has
 * taken its run over and is in the middle of that step too. To be run on each sort of store.
 */
@Timeout(120)
abstract class TwoHoldersContract {

  private static final Duration LEASE = Duration.ofSeconds(1);

  @TempDir Path temporary;
  private final List<Process> processes = new ArrayList<>();

  /** {@return the place of an empty store} */
  abstract String store(Path home);

  /** A process whose fix step says that it began, and ends when it is told. */
  static final class Holder {

    private Holder() {}

    /** Store, home, name. */
    public static void main(String[] arguments) throws Exception {
      Path home = Path.of(arguments[1]);
      String name = arguments[2];
      TidyAgents agents =
          new TidyAgents()
              .before(
                  "fix",
                  context -> {
                    Files.createFile(home.resolve("begun-" + name));
                    while (Files.notExists(home.resolve("go-" + name))) {
                      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
                    }
                  });
      try (Stores stores = StorePlace.open(arguments[0]);
          Coordinator coordinator = coordinator(home, stores, agents, name)) {
        System.out.println(outcome(coordinator, Folder.of(home.resolve("project"))));
      }
    }

    private static String outcome(Coordinator coordinator, Folder folder) throws Exception {
      try {
        Optional<Run> left = coordinator.history(1).stream().findFirst();
        Run run =
            left.isPresent()
                ? coordinator.resume(left.get().id(), folder).await()
                : coordinator.run("full_review", folder, RunRequest.autonomous());
        return run.state().status().name();
      } catch (LeaseLostException e) {
        return "lost: " + e.getMessage();
      }
    }

    private static Coordinator coordinator(
        Path home, Stores stores, TidyAgents agents, String name) {
      return Coordinator.builder()
          .agents(agents.all())
          .stores(stores)
          .clock(InstantSource.system())
          .random(new SplittableRandom(1))
          .folder(home.resolve("runs"))
          .owner(name)
          .leaseLength(LEASE)
          .build();
    }
  }

  @AfterEach
  void killAll() throws InterruptedException {
    for (Process process : processes) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheLaterOfTwoProcessesThatBelieveTheyHoldARunCanWrite() throws Exception {
    Path home = temporary.toRealPath();
    Folder.of(home.resolve("project")).withUntidyFile("untidy.txt");
    Process sleeper = holder(home, "one");
    signal("STOP", sleeper);
    Process next = holder(home, "two");
    try (Stores stores = StorePlace.open(store(home))) {
      Run taken = stores.journal().list(RunQuery.newest(1)).get(0);
      Files.createFile(home.resolve("go-one"));

      signal("CONT", sleeper);

      assertThat(output(sleeper))
          .startsWith("lost: ")
          .contains(taken.id() + "'")
          .contains("'one' does not hold it any more");
      assertThat(stores.journal().find(taken.id())).contains(taken);
      assertThat(stores.journal().artifacts(taken.id())).hasSize(2);
      assertThat(stores.journal().holder(taken.id()).map(Lease::owner)).contains("two");

      Files.createFile(home.resolve("go-two"));

      assertThat(output(next)).isEqualTo(RunStatus.SUCCEEDED + "\n");
      Run over = stores.journal().find(taken.id()).orElseThrow();
      assertThat(over.state().takeovers()).isEqualTo(1);
      assertThat(step(over, "fix").attempts()).isEqualTo(2);
      assertThat(stores.journal().list(RunQuery.newest(9))).containsExactly(over);
    }
  }

  /** Starts a process, and waits until it is in the middle of the step. */
  private Process holder(Path home, String name) throws IOException {
    Process process =
        FastJvm.complainingTo(home.resolve("errors-" + name))
            .start(home, Holder.class, store(home), home.toString(), name);
    processes.add(process);
    await().until(() -> Files.exists(home.resolve("begun-" + name)) || !process.isAlive());
    return process;
  }

  private static void signal(String name, Process process) throws Exception {
    String command = "kill -" + name + " " + process.pid();
    assertThat(new ProcessBuilder("/bin/sh", "-c", command).start().waitFor()).isZero();
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
