package io.kirolinter.cli.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.CommandProcess;
import io.kirolinter.cli.testkit.SampleCode;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.redis.RedisStores;
import io.kirolinter.core.testkit.redis.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Worker processes, each with a data folder of its own as on machines of their own, on one Redis.
 */
@Timeout(180)
class KilledWorkersTest {

  private static final int REPOSITORIES = 3;
  private static final int RUNS = 9;
  private static final long SEED = 20261122;

  @TempDir Path temp;
  private final RedisServer redis = RedisServer.start();
  private Cli shell;
  private final List<Process> workers = new ArrayList<>();
  private final List<TestRepository> repositories = new ArrayList<>();

  @BeforeEach
  void makeRepositories() {
    shell = Cli.in(temp, temp.resolve("shell"));
    for (int i = 0; i < REPOSITORIES; i++) {
      TestRepository repository = SampleCode.repository(temp.resolve("repository-" + i));
      repository.git("config", "remote.origin.url", "https://example.org/acme/" + i + ".git");
      repositories.add(repository);
    }
  }

  @AfterEach
  void stopAll() throws InterruptedException {
    for (Process worker : workers) {
      worker.destroyForcibly().waitFor();
    }
    redis.close();
  }

  private Path log(int worker) {
    return temp.resolve("worker-" + worker + ".log");
  }

  private Process startWorker() throws IOException {
    int number = workers.size();
    Process worker =
        new CommandProcess(temp.resolve("machine-" + number))
            .builder(
                "worker", "--concurrency", "2", "--memory", redis.url(), "--name", "w" + number)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(log(number).toFile())
            .start();
    workers.add(worker);
    return worker;
  }

  @Test
  void twoWorkersEndAllRunsThoughOneIsKilledAndEachProposalIsMadeOnce() throws Exception {
    List<String> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      runs.add(queued(repositories.get(i % REPOSITORIES)));
    }
    Process victim = startWorker();
    startWorker();
    int seen = 3 + new Random(SEED).nextInt(8);
    await().until(() -> Files.exists(log(0)) && Files.readAllLines(log(0)).size() >= seen);
    victim.destroyForcibly().waitFor();

    try (Stores stores = RedisStores.open(redis.url(), InstantSource.system(), notice -> {})) {
      await().until(() -> over(stores).size() == RUNS);
      assertThat(over(stores)).allMatch(run -> run.state().status() == RunStatus.SUCCEEDED);
    }

    for (TestRepository repository : repositories) {
      List<String> branches =
          repository.git("branch", "--list", "kirolinter/*").lines().map(String::strip).toList();
      assertThat(branches).as("what is proposed already is not proposed again").hasSize(1);
      assertThat(branches.get(0)).matches("kirolinter/.*");
      assertThat(repository.git("log", "--format=%s", branches.get(0), "--not", "HEAD").lines())
          .doesNotHaveDuplicates()
          .isNotEmpty();
      assertThat(repository.git("status", "--porcelain")).isEmpty();
    }
    assertThat(runs).doesNotHaveDuplicates();
  }

  private String queued(TestRepository repository) {
    return shell
        .run(
            "agent",
            "workflow",
            "--repo",
            repository.folder().toString(),
            "--template",
            "full_review",
            "--queue",
            "--memory",
            redis.url(),
            "--format",
            "json")
        .exitedWith(0)
        .json()
        .get("runId")
        .textValue();
  }

  private List<Run> over(Stores stores) {
    return stores.journal().list(RunQuery.newest(RUNS)).stream()
        .filter(run -> run.state().status().isFinal())
        .toList();
  }
}
