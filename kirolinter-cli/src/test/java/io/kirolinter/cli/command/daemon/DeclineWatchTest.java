package io.kirolinter.cli.command.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.option.DeclineOption;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.SampleCode;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.cli.wiring.WorkerPlaces;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunHandle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("Whoever fires jobs")
class DeclineWatchTest {

  private static final int DAYS = 8;
  private static final String WORSE =
      "package a;%n%nclass More%1$d {%n  boolean same(String s) {%n    return s == \"%1$d\";%n  }%n}%n";

  @TempDir Path temp;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private TestRepository repository;
  private Cli cli;

  @BeforeEach
  void makeRepositoryWithAJob() {
    repository = SampleCode.repository(temp.resolve("repository"));
    cli = Cli.in(repository.folder(), temp.resolve("home"));
    cli.run(
            "agent",
            "workflow",
            "--template",
            "monitor",
            "--mode",
            "background",
            "--interval",
            "24h",
            "--no-daemon")
        .exitedWith(0);
  }

  @Test
  void startsARunOnceADayWhereTheCodeGetsWorse() throws InterruptedException {
    growWorse();

    Optional<Run> first = look("maintenance");
    Optional<Run> second = look("maintenance");

    assertThat(first.orElseThrow().state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(first.orElseThrow().plan().mode()).isEqualTo(RunMode.BACKGROUND);
    assertThat(second).isEmpty();
    await()
        .untilAsserted(
            () ->
                assertThat(lines)
                    .singleElement()
                    .asString()
                    .contains("is getting worse: ran maintenance, which succeeded"));
  }

  @Test
  void startsNothingWhileAllIsWell() throws InterruptedException {
    cli.run("agent", "workflow", "--template", "monitor").exitedWith(0);

    assertThat(look("maintenance")).isEmpty();
    assertThat(lines).isEmpty();
  }

  @Test
  void tellsOfATemplateThatIsNotThere() throws InterruptedException {
    growWorse();

    assertThat(look("maintenanc")).isEmpty();
    assertThat(lines).singleElement().asString().contains("maintenanc", "maintenance");
  }

  private void growWorse() {
    for (int day = 0; day < DAYS; day++) {
      repository.write("src/main/java/a/More" + day + ".java", WORSE.formatted(day)).commit("more");
      cli.run("agent", "workflow", "--template", "monitor").exitedWith(0);
      cli.clock().advance(Duration.ofDays(1));
    }
  }

  private Optional<Run> look(String template) throws InterruptedException {
    Environment environment = cli.environment();
    DeclineOption option =
        CommandLine.populateCommand(new DeclineOption(), "--on-decline", template);
    try (Wiring wiring = Wiring.open(environment, "embedded");
        Coordinator coordinator = wiring.coordinator(event -> {})) {
      Job job = wiring.stores().jobs().list().get(0);
      WorkerPlaces places = WorkerPlaces.of(environment, "embedded");
      Optional<RunHandle> run =
          new DeclineWatch(environment, wiring, places, option, lines::add).look(job, coordinator);
      return run.isPresent() ? Optional.of(run.get().await()) : Optional.empty();
    }
  }
}
