package io.kirolinter.workflow.coordinator;

import static io.kirolinter.workflow.testkit.Bench.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.workflow.testkit.FastJvm;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.TidyAgents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process that is killed in the middle of a step. */
class KillTest {

  private static final Duration LEASE = Duration.ofSeconds(1);

  @TempDir Path home;

  /** The process that is killed: its fix step says that it began, and never ends. */
  static final class Victim {

    private Victim() {}

    public static void main(String[] arguments) throws Exception {
      Path home = Path.of(arguments[0]);
      TidyAgents agents =
          new TidyAgents()
              .before(
                  "fix",
                  context -> {
                    Files.writeString(home.resolve("begun"), context.runId().value());
                    new CountDownLatch(1).await();
                  });
      try (Stores stores = EmbeddedStores.open(home.resolve("data"), InstantSource.system());
          Coordinator coordinator = coordinator(home, stores, agents, 1)) {
        coordinator.run("full_review", Folder.of(home.resolve("project")), RunRequest.autonomous());
      }
    }
  }

  private static Coordinator coordinator(Path home, Stores stores, TidyAgents agents, long seed) {
    return Coordinator.builder()
        .agents(agents.all())
        .stores(stores)
        .clock(InstantSource.system())
        .random(new SplittableRandom(seed))
        .folder(home.resolve("runs"))
        .leaseLength(LEASE)
        .build();
  }

  @Test
  void theRunOfAKilledProcessIsEndedByTheNextOneWithoutRunningEndedStepsAgain() throws Exception {
    Path root = home.toRealPath();
    Folder folder = Folder.of(root.resolve("project")).withUntidyFile("untidy.txt");
    Process victim =
        FastJvm.complainingTo(root.resolve("errors")).start(root, Victim.class, root.toString());
    try {
      await().until(() -> folder.location() != null && Files.exists(root.resolve("begun")));
    } finally {
      victim.destroyForcibly().waitFor();
    }
    TidyAgents agents = new TidyAgents();
    try (Stores stores = EmbeddedStores.open(root.resolve("data"), InstantSource.system());
        Coordinator next = coordinator(root, stores, agents, 2)) {
      Run left = next.history(1).get(0);
      assertThat(left.state().status()).isEqualTo(RunStatus.RUNNING);

      Run run = next.resume(left.id(), folder).await();

      assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(run.state().takeovers()).isEqualTo(1);
      assertThat(agents.calls()).isEqualTo(List.of("fix", "integrate", "learn"));
      assertThat(step(run, "fix").attempts()).isEqualTo(2);
      assertThat(step(run, "analyze")).isEqualTo(step(left, "analyze"));
    }
  }
}
