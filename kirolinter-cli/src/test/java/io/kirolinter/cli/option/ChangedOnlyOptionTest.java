package io.kirolinter.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run over the lines that a branch has added. */
class ChangedOnlyOptionTest {

  private static final String OLD = "import java.util.List;\n\nclass A {}\n";
  private static final String NEW = "import java.util.List;\nimport java.util.Map;\n\nclass A {}\n";

  @TempDir Path temp;
  private TestRepository repository;
  private Cli cli;
  private String base = "";

  @BeforeEach
  void makeBranch() {
    repository = TestRepository.init(temp.resolve("repository"));
    base = repository.write("A.java", OLD).write("B.java", OLD).commit("old").value();
    repository.git("checkout", "-q", "-b", "topic");
    repository.write("A.java", NEW).commit("new");
    cli = Cli.in(repository.folder(), temp.resolve("home"));
  }

  @Test
  void aRunFixesOnlyWhatTheBranchHasAdded() {
    JsonNode run = workflow("full_review", "--changed-only");

    assertThat(run.get("findings").intValue()).isEqualTo(1);
    assertThat(run.get("fixes").get("applied").intValue()).isEqualTo(1);
    assertThat(run.get("changedSince").get("name").textValue()).isEqualTo("main");
    assertThat(run.get("changedSince").get("commit").textValue()).isEqualTo(base);
    assertThat(content(run.get("branch").textValue(), "A.java")).isEqualTo(OLD);
    assertThat(content(run.get("branch").textValue(), "B.java")).isEqualTo(OLD);
  }

  @Test
  void aRunWithoutTheOptionFixesAll() {
    JsonNode run = workflow("full_review");

    assertThat(run.get("findings").intValue()).isEqualTo(3);
    assertThat(run.get("changedSince").isNull()).isTrue();
  }

  @Test
  void theBaseMayBeNamed() {
    JsonNode run = workflow("quick_fix", "--dry-run", "--changed-only=HEAD~1");

    assertThat(run.get("findings").intValue()).isEqualTo(1);
    assertThat(run.get("changedSince").get("name").textValue()).isEqualTo("HEAD~1");
  }

  @Test
  void aRunThatIsResumedKeepsItsBaseAlthoughTheBranchHasMoved() {
    String lost = lose(workflow("monitor", "--changed-only=main").get("runId").textValue());
    repository.git("branch", "-f", "main", "topic");
    cli.clock().advance(Duration.ofMinutes(1));

    JsonNode resumed = cli.run("agent", "resume", lost, "--format", "json").exitedWith(0).json();

    assertThat(resumed.get("findings").intValue()).isEqualTo(1);
    assertThat(resumed.get("changedSince").get("commit").textValue()).isEqualTo(base);
  }

  @Test
  void aBaseThatIsNotThereIsToldBeforeAnythingIsWritten() {
    Outcome outcome = cli.run("agent", "workflow", "--template", "monitor", "--changed-only=mian");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("base 'mian'", "Did you mean 'main'?");
    assertThat(temp.resolve("home")).doesNotExist();
  }

  @Test
  void whereThereIsNoCommitThereAreNoChangedLines() throws Exception {
    TestRepository fresh = TestRepository.init(temp.resolve("fresh"));
    fresh.write("A.java", OLD);
    Path plain = Files.createDirectories(temp.resolve("plain"));

    for (Path place : List.of(fresh.folder(), plain)) {
      Outcome outcome =
          cli.run(
              "agent", "workflow", "--template", "monitor", "--changed-only", "--repo", "" + place);

      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.err()).contains("it has no commit", "leave --changed-only out");
    }
  }

  /** {@return a run like the sample, whose process died at once} */
  private String lose(String sample) {
    try (Stores stores = EmbeddedStores.open(temp.resolve("home"), cli.clock())) {
      RunPlan plan = stores.journal().find(RunId.of(sample)).orElseThrow().plan();
      RunState begun = RunState.queued().withStatus(RunStatus.RUNNING);
      Run run = new Run(RunId.of("20261122-181530-00dead"), plan, begun);
      stores.journal().create(run, "a process that died", Duration.ofSeconds(6));
      return run.id().value();
    }
  }

  private JsonNode workflow(String template, String... more) {
    List<String> args = new ArrayList<>(List.of("agent", "workflow", "--template", template));
    args.addAll(List.of(more));
    args.addAll(List.of("--format", "json"));
    return cli.run(args.toArray(String[]::new)).exitedWith(0).json();
  }

  private String content(String branch, String file) {
    return new String(repository.content(branch, SourcePath.of(file)), StandardCharsets.UTF_8);
  }
}
