package io.kirolinter.cli.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kirolinter.agents.standard.StandardAgents;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.step.Agent;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepResult;
import io.kirolinter.workflow.coordinator.RunEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the examples of docs/embedding.md, which are the sources beside this one. */
@DisplayName("The guide to embedding")
@Timeout(300)
class EmbeddingGuideTest {

  private static final Path HERE = Path.of("src/test/java/io/kirolinter/cli/example");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"ReviewService", "BuildGate", "NightlyCheck"})
  void showsExactlyTheExamplesThatAreTested(String name) throws Exception {
    String source = Files.readString(HERE.resolve(name + ".java"));
    String shown = source.substring(source.indexOf("\n/**") + 1);

    assertThat(Files.readString(Path.of("../docs/embedding.md")))
        .contains("```java\n" + shown + "```");
  }

  @Test
  void hasAServiceThatStartsTellsCancelsAndDrains() throws Exception {
    Path checkout = Checkouts.withUnusedImport(folder.resolve("checkout"));
    CountDownLatch inWork = new CountDownLatch(1);
    List<Agent> agents = withAnalyzeThatWaits(inWork);
    String cancelled;
    String left;
    try (ReviewService service = new ReviewService(folder.resolve("data"), agents)) {
      cancelled = service.start(checkout);
      inWork.await();

      assertThat(service.status(cancelled)).isEqualTo("analyze: 1 of 2 files");
      assertThat(service.cancel(cancelled)).isTrue();
      await().until(() -> service.status(cancelled).equals("cancelled"));
    }
    try (ReviewService service =
        new ReviewService(folder.resolve("data"), StandardAgents.withDefaults())) {
      left = service.start(checkout);
    }
    try (ReviewService again =
        new ReviewService(folder.resolve("data"), StandardAgents.withDefaults())) {
      again.goOn();
      await().until(() -> again.status(left).equals("succeeded"));
    }
  }

  @Test
  void hasAGateThatFailsABuild() throws Exception {
    Path checkout = Checkouts.withUnusedImport(folder.resolve("checkout"));

    BuildGate.check(checkout, Severity.HIGH);

    assertThatThrownBy(() -> BuildGate.check(checkout, Severity.LOW))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("src/main/java/a/Greeting.java:3 ")
        .hasMessageEndingWith("(unused-import)");
  }

  @Test
  void hasACheckThatTellsOfWhatChangedAndPrintsNothing() throws Exception {
    Path checkout = Checkouts.withUnusedImport(folder.resolve("checkout"));
    NightlyCheck.Chat chat = new NightlyCheck.Chat(new ArrayList<>());
    List<RunEvent> heard = new CopyOnWriteArrayList<>();
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, UTF_8));
    System.setErr(new PrintStream(printed, true, UTF_8));
    try {
      for (int night = 0; night < 2; night++) {
        Run run =
            NightlyCheck.check(checkout, folder.resolve("data"), chat, heard::add, Runnable::run);
        assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      }
    } finally {
      System.setOut(out);
      System.setErr(err);
    }

    assertThat(chat.lines()).singleElement().asString().endsWith(": 1 low");
    assertThat(heard).hasAtLeastOneElementOfType(RunEvent.StepProgress.class);
    assertThat(folder.resolve("data/store")).isNotEmptyDirectory();
    assertThat(printed.toString(UTF_8)).isEmpty();
  }

  /** The standard agents, of which the reviewer waits until it is stopped. */
  private static List<Agent> withAnalyzeThatWaits(CountDownLatch inWork) {
    List<Agent> agents = new ArrayList<>();
    for (Agent agent : StandardAgents.withDefaults()) {
      Step step = agent.steps().get(0);
      boolean waits = step.description().name().equals("analyze");
      agents.add(waits ? new Waiting(agent.name(), step.description(), inWork) : agent);
    }
    return agents;
  }

  /** A step that ends only when it is interrupted. */
  private record Waiting(String name, StepDescription description, CountDownLatch inWork)
      implements Agent, Step {

    @Override
    public List<Step> steps() {
      return List.of(this);
    }

    @Override
    public StepResult run(StepContext context) throws InterruptedException {
      context.progress().update("files", 1, 2);
      inWork.countDown();
      new CountDownLatch(1).await();
      return StepResult.refused("never");
    }
  }
}
