package io.kirolinter.workflow.worker;

import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.store.Stores;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.CoordinatorBuilder;
import io.kirolinter.workflow.testkit.FastJvm;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.StorePlace;
import io.kirolinter.workflow.testkit.TidyAgents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A worker in a process of its own, whose steps leave marks, and which tells of each run that it
 * ended.
 *
 * @param store the folder of an embedded store, or the address of a Redis
 * @param lease the length of its leases, and the silence after which it counts as lost
 */
record WorkerProcess(String store, Path home, String name, Duration lease, Duration step) {

  /** When the process ends. */
  enum Until {
    NOTHING_LEFT,
    KILLED
  }

  /** {@return the agents of the processes that share a folder} */
  static TidyAgents agents(Path home, String name, Duration step) {
    TidyAgents agents = new TidyAgents();
    StepMarks marks = new StepMarks(home.resolve("marks"), name, step);
    for (String each : List.of("predict", "analyze", "fix", "integrate", "learn")) {
      agents.before(each, context -> leave(marks, context, each));
    }
    return agents;
  }

  private static void leave(StepMarks marks, StepContext context, String step)
      throws IOException, InterruptedException {
    marks.leave(context, step);
    if (step.equals("integrate")) {
      marks.outbox().send(context);
    }
  }

  static CoordinatorBuilder coordinator(Path home, Stores stores, TidyAgents agents, String name) {
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
    return FastJvm.complainingTo(home.resolve("errors"))
        .start(home, WorkerProcess.class, arguments(Until.KILLED));
  }

  String[] arguments(Until end) {
    return new String[] {
      store, home.toString(), name, lease.toString(), step.toString(), end.name()
    };
  }

  /** Store, home, name, lease, step, end. */
  public static void main(String[] arguments) throws InterruptedException {
    WorkerProcess process =
        new WorkerProcess(
            arguments[0],
            Path.of(arguments[1]),
            arguments[2],
            Duration.parse(arguments[3]),
            Duration.parse(arguments[4]));
    process.work(Until.valueOf(arguments[5]));
  }

  private void work(Until end) throws InterruptedException {
    try (Stores stores = StorePlace.open(store);
        Coordinator coordinator =
            coordinator(home, stores, agents(home, name, step), name).leaseLength(lease).build();
        Worker worker = worker(stores, coordinator).build()) {
      if (end == Until.NOTHING_LEFT) {
        worker.workOff();
      } else {
        worker.start();
        worker.awaitEnd();
      }
    }
  }

  private Worker.Builder worker(Stores stores, Coordinator coordinator) {
    return Worker.builder()
        .coordinator(coordinator)
        .stores(stores)
        .places(plan -> Folder.of(Path.of(plan.location())))
        .clock(InstantSource.system())
        .name(name)
        .concurrency(2)
        .idle(lease)
        .look(Duration.ofMillis(50))
        .listener(WorkerProcess::tell);
  }

  private static void tell(WorkerEvent event) {
    if (event instanceof WorkerEvent.RunDone done) {
      System.out.println(done.run().id());
    }
  }
}
