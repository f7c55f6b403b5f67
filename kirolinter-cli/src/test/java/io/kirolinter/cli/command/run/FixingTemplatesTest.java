package io.kirolinter.cli.command.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.FileTree;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.cli.testkit.SampleCode;
import io.kirolinter.core.source.SourcePath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates that change something: a branch, or the checkout. */
class FixingTemplatesTest {

  @TempDir Path temp;
  private TestRepository repository;
  private Cli cli;

  @BeforeEach
  void makeRepository() {
    repository = SampleCode.repository(temp.resolve("repository"));
    cli = Cli.in(repository.folder(), temp.resolve("home"));
  }

  @Test
  void fullReviewLeavesTheFixesOnABranchAndTheCheckoutAsItWas() {
    repository.write(SampleCode.LOGIN, "package a;\n\nclass Login { /* half done */ }\n");
    repository.write("untracked.txt", "mine");
    String before = repository.state();

    JsonNode run = json("full_review");

    assertThat(run.get("status").textValue()).isEqualTo("succeeded");
    assertThat(run.get("steps").findValuesAsText("name"))
        .containsExactly("predict", "analyze", "fix", "integrate", "learn");
    assertThat(run.get("steps").findValuesAsText("outcome")).containsOnly("succeeded");
    assertThat(run.get("findings").intValue()).isEqualTo(2);
    assertThat(run.get("fixes").get("applied").intValue()).isEqualTo(1);
    assertThat(run.get("fixes").get("dropped").intValue()).isZero();
    String branch = run.get("branch").textValue();
    assertThat(branch).isEqualTo("kirolinter/" + run.get("runId").textValue());
    assertThat(content(branch)).doesNotContain("import").contains("class Greeting");
    assertThat(Path.of(run.get("pullRequestText").textValue())).isNotEmptyFile();
    assertThat(repository.state()).isEqualTo(before);
  }

  @Test
  void fullReviewTellsAPersonWhatToDoNext() {
    Outcome outcome = cli.run(workflow("full_review")).exitedWith(0);

    assertThat(outcome.out())
        .contains("Fixed:\n     1  unused-import\n")
        .contains("Branch kirolinter/20261122-181530-")
        .contains("Next:\n  git diff ")
        .contains("\n  git merge kirolinter/")
        .contains("\n  kirolinter agent undo 20261122-181530-");
  }

  @Test
  void aDryRunSaysThatItsFixesAreWrittenNowhere() {
    Outcome outcome = cli.run(workflow("full_review", "--dry-run")).exitedWith(0);

    assertThat(outcome.out())
        .contains("Could be fixed, and is written nowhere:\n     1  unused-import\n")
        .doesNotContain("Fixed:", "Next:");
  }

  @Test
  void undoTakesTheBranchBack() {
    JsonNode run = json("full_review");
    assertThat(repository.git("branch", "--list")).contains(run.get("branch").textValue());

    String undone = cli.run("agent", "undo", run.get("runId").textValue()).exitedWith(0).out();

    assertThat(undone).contains("taken back: integrate");
    assertThat(repository.git("branch", "--list")).doesNotContain("kirolinter/");
  }

  @Test
  void quickFixMendsTheCheckoutAndUndoRestoresItByteForByte() throws Exception {
    String before = Files.readString(repository.folder().resolve(SampleCode.GREETING));

    Outcome outcome = cli.run(workflow("quick_fix")).exitedWith(0);

    Path file = repository.folder().resolve(SampleCode.GREETING);
    assertThat(Files.readString(file)).doesNotContain("import");
    assertThat(outcome.out()).contains("git diff").contains("take them back");
    assertThat(repository.git("branch", "--list")).doesNotContain("kirolinter/");
    cli.run("agent", "undo", newestRun()).exitedWith(0);
    assertThat(Files.readString(file)).isEqualTo(before);
    assertThat(repository.git("status", "--porcelain")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"full_review", "quick_fix", "security_focus", "performance_audit"})
  void aDryRunChangesNoByteAndSaysWhatItWouldDo(String template) {
    FileTree before = FileTree.of(repository.folder());

    JsonNode run = json(template, "--dry-run");

    assertThat(run.get("status").textValue()).isEqualTo("succeeded");
    assertThat(run.get("branch").isNull()).isTrue();
    assertThat(FileTree.of(repository.folder())).isEqualTo(before);
  }

  @Test
  void securityFocusLooksAtSecurityOnly() {
    assertThat(json("security_focus").get("findings").intValue()).isEqualTo(1);
  }

  @Test
  void aVerifyCommandThatFailsWithTheFixesKeepsThemOut() {
    Outcome outcome =
        cli.run(
            workflow(
                "full_review",
                "--verify",
                "grep -q import " + SampleCode.GREETING,
                "--format",
                "json"));

    JsonNode run = outcome.json();
    assertThat(run.get("fixes").get("applied").intValue()).isZero();
    assertThat(run.get("fixes").get("dropped").intValue()).isEqualTo(1);
    JsonNode dropped = run.get("fixes").get("droppedFixes").get(0);
    assertThat(dropped.get("rule").textValue()).isEqualTo("unused-import");
    assertThat(dropped.get("path").textValue()).isEqualTo(SampleCode.GREETING);
    assertThat(dropped.get("line").intValue()).isEqualTo(3);
    assertThat(dropped.get("reason").textValue()).isNotBlank();
    assertThat(repository.git("branch", "--list")).doesNotContain("kirolinter/");
  }

  @Test
  void limitsTheFixesOfOneRun() {
    repository
        .write(
            "src/main/java/a/More.java", "package a;\n\nimport java.util.Map;\n\nclass More {}\n")
        .commit("more");

    assertThat(json("full_review", "--max-fixes", "1").get("fixes").get("applied").intValue())
        .isEqualTo(1);
  }

  @Test
  void proposesNoMoreThanTenFilesAndTheRestNextTime() {
    writeUnusedImports(14);

    JsonNode first = json("full_review").get("fixes");
    JsonNode second = json("full_review").get("fixes");
    JsonNode third = json("full_review");

    assertThat(first.get("applied").intValue()).isEqualTo(10);
    assertThat(first.get("waiting").intValue()).isEqualTo(5);
    assertThat(second.get("applied").intValue()).isEqualTo(5);
    assertThat(second.get("waiting").intValue()).isEqualTo(10);
    assertThat(third.get("branch").textValue()).startsWith("kirolinter/");
    assertThat(repository.git("branch", "--list", "kirolinter/*").lines()).hasSize(2);
  }

  @Test
  void limitsAreLiftedOrSetByOptions() {
    writeUnusedImports(14);

    assertThat(applied("full_review", "--dry-run")).isEqualTo(10);
    assertThat(applied("full_review", "--dry-run", "--max-files", "none")).isEqualTo(15);
    assertThat(applied("full_review", "--dry-run", "--max-files", "0")).isEqualTo(15);
    assertThat(applied("full_review", "--dry-run", "--max-lines", "6")).isEqualTo(3);
    assertThat(applied("quick_fix", "--dry-run")).isEqualTo(15);
    assertThat(applied("quick_fix", "--dry-run", "--max-files", "2")).isEqualTo(2);
  }

  @Test
  void aPersonIsToldWhatWaits() {
    writeUnusedImports(14);

    assertThat(cli.run(workflow("full_review")).exitedWith(0).out())
        .contains("Waiting for the next proposal: 5 findings.")
        .contains("15 findings with a fix; 5 wait for the next proposal");
  }

  @Test
  void aPersonIsToldWhereTheReportOnDroppedFixesIs() throws Exception {
    String check = "grep -q import " + SampleCode.GREETING;

    String out = cli.run(workflow("full_review", "--verify", check)).exitedWith(0).out();
    String status = cli.run("agent", "status", newestRun()).exitedWith(0).out();
    JsonNode dropped =
        cli.run("agent", "status", newestRun(), "--format", "json")
            .json()
            .get("fixes")
            .get("droppedFixes")
            .get(0);

    assertThat(out).contains("evidence, diffs and advice: ", "dropped-fixes.md");
    assertThat(status).contains("evidence, diffs and advice: ", "dropped-fixes.md");
    assertThat(dropped.get("gate").textValue()).isEqualTo("verify");
    assertThat(dropped.get("diff").textValue()).contains("-import");
    assertThat(dropped.get("advice").textValue()).contains("verify command fails");
    Path report =
        Path.of(
            status
                .lines()
                .filter(line -> line.contains("advice: "))
                .findFirst()
                .orElseThrow()
                .replaceAll(".*advice: ", ""));
    assertThat(Files.readString(report)).contains("# 1 fix was left out", SampleCode.GREETING);
  }

  private int applied(String template, String... more) {
    return json(template, more).get("fixes").get("applied").intValue();
  }

  private void writeUnusedImports(int files) {
    for (int i = 0; i < files; i++) {
      repository.write(
          "src/main/java/a/More%02d.java".formatted(i),
          "package a;\n\nimport java.util.Map;\n\nclass More%02d {}\n".formatted(i));
    }
    repository.commit("more");
  }

  @Test
  void integrateSaysWhyItHasNothingToDoWithoutGit() throws Exception {
    Path plain = Files.createDirectories(temp.resolve("plain"));
    Files.writeString(plain.resolve("A.java"), "import java.util.List;\n\nclass A {}\n");
    FileTree before = FileTree.of(plain);

    Outcome outcome = cli.run(workflow("full_review", "--repo", plain.toString()));

    assertThat(outcome.exitedWith(0).out()).containsPattern("integrate +nothing-to-do .* git");
    assertThat(FileTree.of(plain)).isEqualTo(before);
  }

  private JsonNode json(String template, String... more) {
    List<String> args = new ArrayList<>(List.of(more));
    args.addAll(List.of("--format", "json"));
    return cli.run(workflow(template, args.toArray(String[]::new))).exitedWith(0).json();
  }

  private static String[] workflow(String template, String... more) {
    List<String> args = new ArrayList<>(List.of("agent", "workflow", "--template", template));
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  private String newestRun() {
    return cli.run("agent", "runs", "--limit", "1", "--format", "json")
        .json()
        .get(0)
        .get("runId")
        .textValue();
  }

  private String content(String branch) {
    return new String(
        repository.content(branch, SourcePath.of(SampleCode.GREETING)), StandardCharsets.UTF_8);
  }
}
