package io.kirolinter.cli.command.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.FileTree;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.cli.testkit.SampleCode;
import io.kirolinter.core.experiment.ExperimentStatus;
import io.kirolinter.core.experiment.ExperimentStore;
import io.kirolinter.core.experiment.StoredExperiment;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A/B tests from the command line, and what is kept of them. */
class ExperimentCommandsTest {

  @TempDir Path temp;
  private TestRepository repository;
  private Cli cli;

  @BeforeEach
  void makeRepository() {
    repository = SampleCode.repository(temp.resolve("repository"));
    cli = Cli.in(repository.folder(), temp.resolve("home"));
  }

  @Test
  void comparesTwoTemplatesWithoutTouchingTheRepository() {
    FileTree before = FileTree.of(repository.folder());

    Outcome outcome = abTest("--runs", "5", "--format", "json").exitedWith(0);

    JsonNode result = outcome.json();
    assertThat(result.get("experimentId").textValue()).matches("ab-20261122-181530-[0-9a-f]{6}");
    assertThat(result.get("templateA").textValue()).isEqualTo("monitor");
    assertThat(result.get("templateB").textValue()).isEqualTo("maintenance");
    assertThat(result.get("pairs").intValue()).isEqualTo(5);
    assertThat(result.get("verdict").textValue()).isEqualTo("inconclusive");
    assertThat(result.get("alpha").doubleValue()).isEqualTo(0.05);
    assertThat(result.get("metrics").findValuesAsText("name"))
        .containsExactly("useful-work", "success", "duration");
    assertThat(result.get("metrics"))
        .allSatisfy(
            metric ->
                assertThat(metric.fieldNames())
                    .toIterable()
                    .contains("estimate", "low", "high", "pValue", "adjustedPValue", "test"));
    assertThat(result.get("power").get("target").doubleValue()).isEqualTo(0.8);
    assertThat(result.has("pairsStillNeeded")).isTrue();
    assertThat(result.get("warnings").get(0).textValue()).contains("5 pairs cannot name a winner");
    assertThat(FileTree.of(repository.folder())).isEqualTo(before);
  }

  @Test
  void warnsBeforeTheFirstPairThatSoFewCannotNameAWinner() {
    Outcome outcome = abTest("--runs", "5").exitedWith(0);

    assertThat(outcome.err().lines().toList())
        .satisfies(
            lines -> {
              assertThat(lines.get(0))
                  .startsWith("warning: 5 pairs cannot name a winner: their smallest p-value is ")
                  .contains("plan at least 6");
              assertThat(lines.get(1)).contains("agent ab-test --resume ab-20261122-181530-");
              assertThat(lines.get(2)).isEqualTo("pair 1 of 5 is done");
              assertThat(lines).hasSize(7);
            });
    assertThat(outcome.out())
        .startsWith("ab-20261122-181530-")
        .contains("monitor (a) against maintenance (b), 5 pairs: inconclusive");
  }

  @Test
  void keepsAnExperimentUnderAnIdOfItsMomentAndSeed() {
    JsonNode first = abTest("--runs", "1", "--seed", "4", "--format", "json").json();
    JsonNode other = abTest("--runs", "1", "--seed", "5", "--format", "json").json();

    assertThat(other.get("experimentId")).isNotEqualTo(first.get("experimentId"));
    assertThat(abTest("--runs", "1", "--seed", "4").exitedWith(2).err())
        .contains(
            "Cannot begin experiment '%s': there is one with this id already"
                .formatted(first.get("experimentId").textValue()));
  }

  @Test
  void drawsAnExperimentAsAPage() {
    String id = abTest("--runs", "1", "--format", "json").json().get("experimentId").textValue();

    Outcome page = cli.run("agent", "experiments", id, "--format", "html").exitedWith(0);
    Outcome refused = cli.run("agent", "experiments", "--format", "html").exitedWith(2);

    assertThat(page.out())
        .startsWith("<!DOCTYPE html>")
        .contains("monitor (a) against maintenance (b)", id, "Inconclusive");
    assertThat(refused.err()).contains("without the id of an experiment");
  }

  @Test
  void keepsTrialsOutOfTheHistoryAndLeavesNoClones() {
    Outcome quiet = abTest("--runs", "6", "--quiet").exitedWith(0);

    assertThat(quiet.err()).doesNotContain("pair 1 of 6");
    assertThat(runs("agent", "analytics", "--workflows")).isZero();
    assertThat(FileTree.of(temp.resolve("home")).files().keySet())
        .noneMatch(name -> name.contains("clone"));
  }

  @Test
  void cannotCompareWithoutACommit() {
    TestRepository empty = TestRepository.init(temp.resolve("empty"));

    cli.run(
            "agent",
            "ab-test",
            "--repo",
            empty.folder().toString(),
            "--template-a",
            "monitor",
            "--template-b",
            "maintenance",
            "--runs",
            "6")
        .exitedWith(2);
  }

  @Test
  void anExperimentThatWasCutOffGoesOnAsItWasPlanned() {
    JsonNode whole = abTest("--runs", "2", "--format", "json").exitedWith(0).json();
    String id = whole.get("experimentId").textValue();
    String unfinished = copyOfTheFirstPair(id);

    JsonNode resumed = json("agent", "ab-test", "--resume", unfinished);

    assertThat(resumed.get("experimentId").textValue()).isEqualTo(id);
    assertThat(resumed.get("pairs").intValue()).isEqualTo(2);
    assertThat(json("agent", "ab-test", "--resume", id).get("pairs").intValue()).isEqualTo(2);
    assertThat(json("agent", "runs")).isEmpty();
    try (Stores stores = stores()) {
      assertThat(stores.experiments().results(unfinished)).hasSize(2);
      assertThat(stores.experiments().find(unfinished))
          .map(StoredExperiment::status)
          .contains(ExperimentStatus.ENDED);
    }
  }

  @Test
  void whatIsPlannedCannotBeChangedAfterwards() {
    String id = abTest("--runs", "1", "--format", "json").json().get("experimentId").textValue();

    assertThat(cli.run("agent", "ab-test", "--resume", "ab-1", "--seed", "9").exitedWith(2).err())
        .startsWith("Cannot use option '--seed': --resume goes on as it was planned");
    assertThat(cli.run("agent", "ab-test", "--resume", id, "--runs", "9").exitedWith(2).err())
        .startsWith("Cannot use option '--runs': so many pairs were planned: 1");
    assertThat(cli.run("agent", "ab-test", "--resume", "ab-1").exitedWith(2).err())
        .startsWith("Cannot find experiment 'ab-1': there is no such experiment");
    assertThat(cli.run("agent", "ab-test", "--template-a", "monitor").exitedWith(2).err())
        .startsWith("Cannot run command 'kirolinter agent ab-test': missing required option")
        .contains("'--template-b'");
  }

  @Test
  void touchesNoByteOfARepositoryAndOfMemoryWithTemplatesThatChangeFiles() {
    cli.run("agent", "workflow", "--template", "monitor").exitedWith(0);
    FileTree before = FileTree.of(repository.folder());
    JsonNode history = json("agent", "analytics", "--repo", ".", "--workflows");

    JsonNode result =
        cli.run(
                "agent",
                "ab-test",
                "--template-a",
                "quick_fix",
                "--template-b",
                "full_review",
                "--runs",
                "1",
                "--format",
                "json")
            .exitedWith(0)
            .json();

    assertThat(result.get("a").get("findingsRemoved").intValue()).isPositive();
    assertThat(result.get("b").get("findingsRemoved").intValue()).isPositive();
    assertThat(FileTree.of(repository.folder())).isEqualTo(before);
    assertThat(json("agent", "analytics", "--repo", ".", "--workflows")).isEqualTo(history);
    assertThat(json("agent", "runs")).hasSize(1);
  }

  @Test
  void drawsCommitsAsBlocksAndGivesEachItsTurn() {
    for (int commit = 1; commit <= 3; commit++) {
      repository.write("Note%d.txt".formatted(commit), "note").commit("note " + commit);
    }

    String id =
        abTest("--commits", "3", "--format", "json")
            .exitedWith(0)
            .json()
            .get("experimentId")
            .textValue();
    JsonNode report = json("agent", "experiments", id);

    assertThat(report.get("result").get("blocks").get("origin").textValue()).isEqualTo("drawn");
    assertThat(report.get("places").findValuesAsText("commit")).hasSize(3).doesNotHaveDuplicates();
    assertThat(report.get("pairs")).hasSize(3);
    assertThat(blocksOf(report)).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(abTest("--commits", "9").exitedWith(2).err())
        .contains("9 were asked for, and 4 are there");
  }

  @Test
  void takesRepositoriesFromAFileAsBlocks() {
    TestRepository other = SampleCode.repository(temp.resolve("other"));
    repository.write("repos.txt", "# two\n\n.\n" + other.folder() + "\n");

    JsonNode result =
        cli.run(
                "agent",
                "ab-test",
                "--template-a",
                "monitor",
                "--template-b",
                "maintenance",
                "--repos",
                "repos.txt",
                "--all-pairs",
                "--format",
                "json")
            .exitedWith(0)
            .json();

    assertThat(result.get("pairs").intValue()).isEqualTo(2);
    assertThat(result.get("blocks").get("origin").textValue()).isEqualTo("given");
    assertThat(result.get("stopping").textValue()).isEqualTo("at-planned-end");
    repository.write("none.txt", "# none\n");
    assertThat(abTest("--repos", "none.txt").exitedWith(2).err())
        .contains("it names no repository");
    assertThat(abTest("--repos", "gone.txt").exitedWith(2).err())
        .contains("it cannot be read as text");
  }

  @Test
  void goesOnWithoutAPlannedEndAsOftenAsOneLikes() {
    JsonNode one = abTest("--open-ended", "--runs", "1", "--format", "json").exitedWith(0).json();
    String id = one.get("experimentId").textValue();

    JsonNode two = json("agent", "ab-test", "--resume", id, "--runs", "1");

    assertThat(one.get("pairs").intValue()).isEqualTo(1);
    assertThat(two.get("pairs").intValue()).isEqualTo(2);
    assertThat(two.get("stopping").textValue()).isEqualTo("open-ended");
    assertThat(cli.run("agent", "experiments").exitedWith(0).out())
        .isEqualTo(
            id + ": monitor (a) against maintenance (b), 2 pairs: inconclusive (can go on)\n");
    assertThat(abTest("--open-ended", "--all-pairs").exitedWith(2).err())
        .startsWith("Cannot use option '--all-pairs': --open-ended plans no number of pairs");
    assertThat(abTest("--open-ended", "--runs", "0").exitedWith(2).err())
        .contains("Cannot use option '--runs': it was 0");
  }

  @Test
  void listsAndShowsExperiments() {
    assertThat(cli.run("agent", "experiments").exitedWith(0).out()).isEqualTo("No experiments.\n");
    String id = abTest("--runs", "1", "--format", "json").json().get("experimentId").textValue();

    Outcome shown = cli.run("agent", "experiments", id).exitedWith(0);

    assertThat(shown.out())
        .startsWith(id + ": monitor (a) against maintenance (b), 1 pairs: inconclusive\n")
        .contains("ended on ", "pair   1  ", " first  ", "0 removed in ");
    assertThat(json("agent", "experiments", "--repo", ".")).hasSize(1);
    assertThat(cli.run("agent", "experiments", "ab-0").exitedWith(2).err())
        .startsWith("Cannot find experiment 'ab-0'");
    assertThat(cli.run("agent", "experiments", "--limit", "0").exitedWith(2).err())
        .startsWith("Cannot use option '--limit': it was 0");
  }

  private static List<Integer> blocksOf(JsonNode report) {
    List<Integer> blocks = new ArrayList<>();
    report.get("pairs").forEach(pair -> blocks.add(pair.get("planned").get("block").intValue()));
    return blocks;
  }

  /** As a process leaves it that was killed in the second pair. */
  private String copyOfTheFirstPair(String id) {
    try (Stores stores = stores()) {
      ExperimentStore experiments = stores.experiments();
      StoredExperiment whole = experiments.find(id).orElseThrow();
      String copy = "copy-of-" + id;
      experiments.create(
          StoredExperiment.planned(
              copy,
              whole.repository(),
              whole.kind(),
              whole.version(),
              whole.plan(),
              whole.createdAt()));
      experiments.append(copy, 1, experiments.results(id).get(0));
      return copy;
    }
  }

  private Stores stores() {
    return EmbeddedStores.open(temp.resolve("home"), cli.clock());
  }

  private Outcome abTest(String... more) {
    String[] start = {
      "agent", "ab-test", "--repo", ".", "--template-a", "monitor", "--template-b", "maintenance"
    };
    String[] all = Arrays.copyOf(start, start.length + more.length);
    System.arraycopy(more, 0, all, start.length, more.length);
    return cli.run(all);
  }

  private int runs(String... args) {
    return json(args).get("summary").get("runs").intValue();
  }

  private JsonNode json(String... args) {
    String[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--format";
    all[args.length + 1] = "json";
    return cli.run(all).exitedWith(0).json();
  }
}
