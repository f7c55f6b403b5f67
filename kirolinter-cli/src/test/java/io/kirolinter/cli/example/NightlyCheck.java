package io.kirolinter.cli.example;

import io.kirolinter.agents.git.Repositories;
import io.kirolinter.agents.review.JavaAnalyzer;
import io.kirolinter.agents.standard.StandardAgents;
import io.kirolinter.core.notice.Channel;
import io.kirolinter.core.notice.Message;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunListener;
import io.kirolinter.workflow.coordinator.RunRequest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/** One run without anybody in front, as a job starts it; what it knows lies where the job says. */
final class NightlyCheck {

  private NightlyCheck() {}

  /** A channel of one's own, told once a run, and only if something has changed since the last. */
  record Chat(List<String> lines) implements Channel {

    @Override
    public String name() {
      return "chat";
    }

    @Override
    public String send(Message message) {
      lines.add(message.title());
      return "chat";
    }
  }

  /**
   * {@return the run, over}
   *
   * @param data where runs, patterns and the cache are kept between nights
   * @param executor runs the run; one that runs it in this thread is as good as a pool
   */
  static Run check(Path checkout, Path data, Chat chat, RunListener progress, Executor executor)
      throws InterruptedException {
    var agents = StandardAgents.of(List.of(JavaAnalyzer.withAllRules(2)), List.of(chat));
    try (var stores = EmbeddedStores.open(data.resolve("store"), InstantSource.system());
        var coordinator =
            Coordinator.builder()
                .agents(agents)
                .stores(stores)
                .clock(InstantSource.system())
                .random(RandomGenerator.getDefault())
                .folder(data.resolve("runs"))
                .listener(progress)
                .executor(executor)
                .build()) {
      return coordinator.run("monitor", Repositories.open(checkout), RunRequest.autonomous());
    }
  }
}
