package io.kirolinter.workflow.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.workflow.testkit.Bench;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.TidyAgents;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Two coordinators of one JVM")
@Timeout(60)
class SeparateCoordinatorsTest {

  @TempDir Path one;
  @TempDir Path other;
  @TempDir Path shared;

  @Test
  void withStoresOfTheirOwnDoNotMeetEvenOnOneRepository() throws Exception {
    Folder folder = Folder.of(shared).withUntidyFile("untidy.txt");
    CountDownLatch inWork = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    TidyAgents slow =
        new TidyAgents()
            .before(
                "analyze",
                context -> {
                  inWork.countDown();
                  goOn.await();
                });
    try (Bench here = new Bench(one);
        Bench there = new Bench(other)) {
      Coordinator first = here.coordinator(slow);
      Coordinator second =
          there.closing(
              there
                  .builder("second", new TidyAgents())
                  .random(new SplittableRandom(99)) // else both make the same run ids
                  .build());

      RunHandle held = first.start("monitor", folder, RunRequest.autonomous());
      inWork.await();
      Run quick = second.run("monitor", folder, RunRequest.autonomous());

      assertThat(quick.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(first.active()).containsExactly(held.id());
      assertThat(second.active()).isEmpty();
      assertThat(here.events()).allMatch(event -> event.id().equals(held.id()));
      assertThat(there.events()).allMatch(event -> event.id().equals(quick.id()));
      assertThatThrownBy(() -> second.status(held.id()))
          .isInstanceOf(InvalidRequestException.class);
      assertThat(second.cancel(held.id())).isFalse();

      second.close();
      goOn.countDown();
      assertThat(held.await().state().status()).isEqualTo(RunStatus.SUCCEEDED);
    }
  }

  @Test
  void leaveAnExecutorThatBothWereGivenOpen() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try (Bench here = new Bench(one);
        Bench there = new Bench(other)) {
      Coordinator first =
          here.closing(here.builder("first", new TidyAgents()).executor(pool).build());
      Coordinator second =
          there.closing(there.builder("second", new TidyAgents()).executor(pool).build());
      first.run("monitor", here.folder("a"), RunRequest.autonomous());
      first.close();

      Run run = second.run("monitor", there.folder("b"), RunRequest.autonomous());

      assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(pool.isShutdown()).isFalse();
    } finally {
      pool.shutdownNow();
    }
  }
}
