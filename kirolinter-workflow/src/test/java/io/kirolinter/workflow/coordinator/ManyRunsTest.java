package io.kirolinter.workflow.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepResult;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.redis.RedisServer;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.StorePlace;
import io.kirolinter.workflow.testkit.TidyAgents;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two coordinators, as of two processes, with 200 runs at once over 20 repositories that all of
 * them change.
 */
@Timeout(180)
class ManyRunsTest {

  private static final int REPOSITORIES = 20;
  private static final int RUNS = 200;

  @TempDir Path home;

  /** Which run is at work on each repository, and where there were two. */
  private final Map<RepositoryId, String> atWork = new ConcurrentHashMap<>();

  private final List<String> collisions = new CopyOnWriteArrayList<>();
  private final Set<RepositoryId> begun = ConcurrentHashMap.newKeySet();

  /** Opens only when all repositories are worked on at one time. */
  private final CyclicBarrier allAtOnce = new CyclicBarrier(REPOSITORIES);

  @Test
  void allEndAndNoRepositoryHasTwoAtWork() throws Exception {
    assertAllEnd(home.resolve("data").toString());
  }

  @Test
  void allEndAndNoRepositoryHasTwoAtWorkOnOneRedis() throws Exception {
    try (RedisServer redis = RedisServer.start()) {
      assertAllEnd(redis.url());
    }
  }

  private void assertAllEnd(String place) throws Exception {
    try (Stores one = StorePlace.open(place);
        Stores other = StorePlace.open(place);
        Coordinator first = coordinator(one, "first");
        Coordinator second = coordinator(other, "second")) {
      List<RunHandle> handles = new ArrayList<>();
      for (int i = 0; i < RUNS; i++) {
        Folder folder = Folder.of(home.resolve("r" + i % REPOSITORIES));
        folder.write("a.txt", "a\n");
        Coordinator either = i / REPOSITORIES % 2 == 0 ? first : second;
        handles.add(either.start("quick_fix", folder, RunRequest.autonomous()));
      }

      for (RunHandle handle : handles) {
        Run run = handle.await();
        assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      }

      assertThat(collisions).isEmpty();
      assertThat(begun).hasSize(REPOSITORIES);
      assertThat(first.history(RUNS + 1)).hasSize(RUNS);
    }
  }

  private Coordinator coordinator(Stores stores, String owner) {
    TidyAgents agents = new TidyAgents().instead("analyze", this::begin).instead("fix", this::end);
    return Coordinator.builder()
        .agents(agents.all())
        .stores(stores)
        .clock(InstantSource.system())
        .random(new SplittableRandom(owner.hashCode()))
        .folder(home.resolve("runs"))
        .owner(owner)
        .leaseLength(Duration.ofMinutes(2)) // a busy machine must not lose one
        .build();
  }

  private StepResult begin(StepContext context) throws Exception {
    RepositoryId repository = context.repository().id();
    String other = atWork.putIfAbsent(repository, context.runId().value());
    if (other != null) {
      collisions.add(context.runId() + " and " + other);
    }
    if (begun.add(repository)) {
      allAtOnce.await(120, TimeUnit.SECONDS);
    }
    return StepResult.done(new Review(List.of(), List.of(), 1, 1, List.of("tidy")), "Looked.");
  }

  private StepResult end(StepContext context) {
    atWork.remove(context.repository().id(), context.runId().value());
    return StepResult.done(new FixSet(List.of(), List.of(), List.of()), "Tidied.");
  }
}
