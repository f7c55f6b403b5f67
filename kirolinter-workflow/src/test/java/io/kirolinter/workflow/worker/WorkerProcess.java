package io.kirolinter.workflow.worker;

import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.core.store.redis.RedisStores;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.TidyAgents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A worker in a process of its own, whose steps leave marks.
 *
 * @param store the folder of an embedded store, or the address of a Redis
 * @param lease the length of its leases, and the silence after which it counts as lost
 */
record WorkerProcess(String store, Path home, String name, Duration lease, Duration step) {

  /** {@return the agents of the processes that share a folder} */
  static TidyAgents agents(Path home, String name, Duration step) {
    TidyAgents agents = new TidyAgents();
    StepMarks marks = new StepMarks(home.resolve("marks"), name, step);
    for (String each : List.of("predict", "analyze", "fix", "integrate", "learn")) {
      agents.before(each, context -> marks.leave(context, each));
    }
    return agents;
  }

  static Stores open(String store) {
    return RedisStores.isAddress(store)
        ? RedisStores.open(store, InstantSource.system(), notice -> {})
        : EmbeddedStores.open(Path.of(store), InstantSource.system());
  }

  static Coordinator.Builder coordinator(Path home, Stores stores, TidyAgents agents, String name) {
    return Coordinator.builder()
        .agents(agents.all())
        .stores(stores)
        .clock(InstantSource.system())
        .random(new SplittableRandom(name.hashCode()))
        .owner(name)
        .folder(home.resolve("runs"));
  }

  /** Starts the process, which takes runs until it is killed. */
  Process start() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.sqlite.tmpdir=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                WorkerProcess.class.getName()));
    command.addAll(List.of(store, home.toString(), name, lease.toString(), step.toString()));
    return new ProcessBuilder(command).inheritIO().start();
  }

  /** Store, home, name, lease, step. */
  public static void main(String[] arguments) throws InterruptedException {
    Path home = Path.of(arguments[1]);
    String name = arguments[2];
    Duration lease = Duration.parse(arguments[3]);
    try (Stores stores = open(arguments[0]);
        Coordinator coordinator =
            coordinator(home, stores, agents(home, name, Duration.parse(arguments[4])), name)
                .leaseLength(lease)
                .build();
        Worker worker =
            Worker.builder()
                .coordinator(coordinator)
                .stores(stores)
                .places(plan -> Folder.of(Path.of(plan.location())))
                .clock(InstantSource.system())
                .name(name)
                .concurrency(2)
                .idle(lease)
                .look(Duration.ofMillis(50))
                .build()) {
      worker.start();
      worker.awaitEnd();
    }
  }
}
