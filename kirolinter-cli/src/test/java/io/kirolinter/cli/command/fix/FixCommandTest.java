package io.kirolinter.cli.command.fix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.FileTree;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.cli.testkit.SampleCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixCommandTest {

  private static final String FIXED = "package a;\n\nclass Greeting {";
  private static final String OLD = "src/main/java/a/Old.java";
  private static final String SIZE = "src/main/java/a/Size.java";

  @TempDir Path temp;
  private TestRepository repository;
  private Path home;
  private Cli cli;
  private String before;

  @BeforeEach
  void makeRepository() throws IOException {
    repository = SampleCode.repository(temp.resolve("repository"));
    home = temp.resolve("home");
    cli = Cli.in(repository.folder(), home);
    before = Files.readString(file(SampleCode.GREETING));
  }

  @Test
  void fixesTheFilesAndTellsAPersonWhatWasDone() throws IOException {
    Outcome outcome = cli.run("fix", ".").exitedWith(0);

    assertThat(content(SampleCode.GREETING)).startsWith(FIXED);
    assertThat(outcome.out())
        .startsWith("Fixed 1 finding in 1 file:\n      1  unused-import\n")
        .contains("Left: 1 finding: 0 with a safe fix")
        .contains("1 to be fixed by hand")
        .containsPattern("kirolinter fix --undo 20261122-181530-[0-9a-f]{6} ");
    assertThat(outcome.err()).isEmpty();
    assertThat(repository.git("branch", "--list").lines()).hasSize(1);
  }

  @Test
  void holdsBackWhatTheJavaOfTheProjectDoesNotHave() throws IOException {
    writeOldProject("1.6");

    Outcome outcome = cli.run("fix", ".", "--rules", "explicit-type-argument").exitedWith(0);
    JsonNode json = cli.run("fix", ".", "--diff", "--format", "json").exitedWith(0).json();
    Outcome run = cli.run("agent", "workflow", "--template", "quick_fix").exitedWith(0);

    String reason =
        "1 fix of explicit-type-argument: needs Java 7, and src/main/java/a/Old.java is for"
            + " Java 6";
    assertThat(outcome.out())
        .startsWith("Nothing was fixed.\n")
        .contains("Held back: " + reason + "\n");
    assertThat(json.get("heldBack").get(0).textValue()).isEqualTo(reason);
    assertThat(run.out()).contains("held back: " + reason);
    assertThat(content(OLD)).contains("new ArrayList<String>()");
    assertThat(content(SampleCode.GREETING)).startsWith(FIXED);
  }

  @Test
  void makesTheSameFixWhereTheJavaOfTheProjectHasIt() throws IOException {
    writeOldProject("1.7");

    Outcome outcome = cli.run("fix", ".").exitedWith(0);

    assertThat(outcome.out()).doesNotContain("Held back");
    assertThat(content(OLD)).contains("new ArrayList<>()");
  }

  private void writeOldProject(String source) {
    repository.write(
        "pom.xml",
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>g</groupId><artifactId>a</artifactId><version>1</version>
          <properties><maven.compiler.source>%s</maven.compiler.source></properties>
        </project>
        """
            .formatted(source));
    repository.write(
        OLD,
        """
        package a;

        import java.util.ArrayList;
        import java.util.List;

        class Old {
          List<String> names() {
            return new ArrayList<String>();
          }
        }
        """);
    repository.commit("old");
  }

  @Test
  void changesNothingTheSecondTime() throws IOException {
    cli.run("fix", ".").exitedWith(0);
    repository.commit("fixed");
    FileTree fixed = FileTree.of(repository.folder());

    JsonNode again = json("fix", ".");

    assertThat(again.get("applied")).isEmpty();
    assertThat(again.get("fixId").isNull()).isTrue();
    assertThat(FileTree.of(repository.folder())).isEqualTo(fixed);
  }

  @Test
  void printsOneJsonDocument() {
    JsonNode done = json("fix", ".");

    assertThat(done.get("findings").intValue()).isEqualTo(2);
    JsonNode fix = done.get("applied").get(0);
    assertThat(fix.get("rule").textValue()).isEqualTo("unused-import");
    assertThat(fix.get("path").textValue()).isEqualTo(SampleCode.GREETING);
    assertThat(fix.get("line").intValue()).isEqualTo(3);
    assertThat(fix.get("level").textValue()).isEqualTo("safe");
    assertThat(done.get("files").get(0).textValue()).isEqualTo(SampleCode.GREETING);
    assertThat(done.get("dropped")).isEmpty();
    assertThat(done.get("leftAlone")).isEmpty();
    assertThat(done.get("left").get("none").intValue()).isEqualTo(1);
    assertThat(done.get("gates").findValuesAsText("gate")).contains("compiler");
    assertThat(done.get("fixId").textValue()).startsWith("20261122-181530-");
    assertThat(done.get("diff").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"last", "id"})
  void undoRestoresEveryByte(String which) throws IOException {
    String id = json("fix", ".").get("fixId").textValue();

    Outcome undone = which.equals("id") ? cli.run("fix", "--undo", id) : cli.run("fix", "--undo");

    assertThat(undone.exitedWith(0).out()).contains(id, SampleCode.GREETING);
    assertThat(content(SampleCode.GREETING)).isEqualTo(before);
    assertThat(repository.git("status", "--porcelain")).isEmpty();
    assertThat(cli.run("fix", "--undo", id).exitedWith(0).out()).contains("nothing to restore");
    assertThat(cli.run("fix", "--undo").exitedWith(2).err()).contains("Cannot take back");
  }

  @Test
  void undoRefusesWhatIsNoName() {
    assertThat(cli.run("fix", "--undo", "src").exitedWith(2).err())
        .contains("that is no name of fixes", "kirolinter fix PATH --undo");
  }

  @Test
  void undoRestoresNothingOfAFileThatWasEditedSince() throws IOException {
    cli.run("fix", ".").exitedWith(0);
    repository.write(SampleCode.GREETING, "mine");

    assertThat(cli.run("fix", "--undo").exitedWith(2).err()).contains(SampleCode.GREETING);
    assertThat(content(SampleCode.GREETING)).isEqualTo("mine");
  }

  @Test
  void diffPrintsAPatchThatGitAppliesAndWritesNothing() throws IOException {
    FileTree untouched = FileTree.of(repository.folder());

    Outcome outcome = cli.run("fix", ".", "--diff").exitedWith(0);

    assertThat(FileTree.of(repository.folder())).isEqualTo(untouched);
    assertThat(outcome.err()).startsWith("Could fix, and wrote nothing: 1 finding");
    Path patch = Files.write(temp.resolve("patch"), outcome.out().getBytes(UTF_8));
    repository.git("apply", patch.toString());
    assertThat(content(SampleCode.GREETING)).startsWith(FIXED);
  }

  @Test
  void diffIsPartOfTheJsonDocument() {
    JsonNode done = json("fix", ".", "--diff");

    assertThat(done.get("diff").textValue()).startsWith("--- a/" + SampleCode.GREETING);
    assertThat(done.get("fixId").isNull()).isTrue();
    assertThat(repository.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void leavesAFileWithUncommittedChangesAloneAndNamesIt() throws IOException {
    repository.write(SampleCode.GREETING, before + "// mine\n");

    Outcome outcome = cli.run("fix", ".").exitedWith(0);

    assertThat(outcome.out())
        .startsWith(
            "Nothing was fixed.\nLeft alone:\n  " + SampleCode.GREETING + ": it has changes");
    assertThat(content(SampleCode.GREETING)).isEqualTo(before + "// mine\n");

    cli.run("fix", ".", "--allow-dirty").exitedWith(0);
    assertThat(content(SampleCode.GREETING)).startsWith(FIXED).endsWith("// mine\n");
    cli.run("fix", "--undo").exitedWith(0);
    assertThat(content(SampleCode.GREETING)).isEqualTo(before + "// mine\n");
  }

  @Test
  void worksInAFolderWithoutGit() throws IOException {
    Path plain = Files.createDirectories(temp.resolve("plain"));
    Path file = Files.writeString(plain.resolve("A.java"), "import java.util.List;\nclass A {}");

    cli.run("fix", plain.toString()).exitedWith(0);
    assertThat(file).hasContent("class A {}");

    cli.run("fix", plain.toString(), "--undo").exitedWith(0);
    assertThat(file).hasContent("import java.util.List;\nclass A {}");
  }

  @Test
  void keepsToThePathTheRulesAndTheLimit() throws IOException {
    repository.write(SIZE, "package a;\n\nclass Size {\n  long a = 1l;\n  long b = 2l;\n}\n");
    repository.commit("more");

    assertThat(json("fix", "--diff", SampleCode.LOGIN).get("applied")).isEmpty();
    assertThat(json("fix", "--diff", "--rules", "lower-case-long-suffix").get("applied"))
        .hasSize(2);
    assertThat(json("fix", "--diff", "--category", "security").get("applied")).isEmpty();
    assertThat(json("fix", "--diff", "--max-fixes", "1").get("applied")).hasSize(1);
    assertThat(json("fix", "--diff").get("applied")).hasSize(3);
  }

  @Test
  void fixesNothingThatSettingsLeaveOut() {
    repository
        .write(".kirolinter.yaml", "suppress:\n  - rules: [unused-import]\n")
        .commit("settings");

    assertThat(json("fix", ".", "--diff").get("applied")).isEmpty();
  }

  @Test
  void fixesTestCodeWhenAsked() {
    repository.write("src/test/java/T.java", "import java.util.List;\nclass T {}\n").commit("t");

    assertThat(json("fix", "--diff", ".").get("applied")).hasSize(1);
    assertThat(json("fix", "--diff", ".", "--include-tests").get("applied")).hasSize(2);
  }

  @Test
  void aVerifyCommandThatFailsKeepsAFixOutAndSaysWhy() throws IOException {
    String command = "grep -q import " + SampleCode.GREETING;
    Outcome outcome = cli.run("fix", ".", "--verify", command).exitedWith(0);

    assertThat(outcome.out())
        .startsWith("Nothing was fixed.\nDropped 1 fix:\n  " + SampleCode.GREETING + ":3  unused-")
        .contains("verify: ");
    assertThat(content(SampleCode.GREETING)).isEqualTo(before);
    assertThat(repository.git("worktree", "list").lines()).hasSize(1);
    JsonNode left = json("fix", ".", "--verify", command).get("left");
    assertThat(left.get("suggestion").intValue()).isEqualTo(1);
  }

  @Test
  void runsACommandOfTheRepositoryOnlyWhenItIsTrusted() throws IOException {
    Path trace = temp.resolve("trace");
    repository.write(".kirolinter.yaml", "verify: touch " + trace + "\n").commit("settings");

    Outcome untrusted = cli.run("fix", "--diff", ".").exitedWith(0);
    assertThat(trace).doesNotExist();
    assertThat(untrusted.err())
        .startsWith("Note: not verified by the project's command 'touch " + trace)
        .contains("kirolinter config trust");
    assertThat(json("fix", "--diff", ".").get("notice").textValue()).startsWith("not verified");

    cli.run("config", "trust").exitedWith(0);
    assertThat(cli.run("fix", "--diff", "--no-verify", ".").exitedWith(0).err())
        .contains("not verified by 'touch " + trace + "': --no-verify");
    assertThat(trace).doesNotExist();

    assertThat(json("fix", ".").get("gates").findValuesAsText("gate")).contains("verify");
    assertThat(trace).exists();
  }

  @Test
  void goesOnWhereACommandOfTheSettingsCannotBeRun() throws IOException {
    Files.createDirectories(home);
    Files.writeString(home.resolve("config.yaml"), "verify: 'false'\n");
    Path plain = Files.createDirectories(temp.resolve("plain"));
    Files.writeString(plain.resolve("A.java"), "import java.util.List;\nclass A {}");

    JsonNode done = json("fix", plain.toString());

    assertThat(done.get("applied")).hasSize(1);
    assertThat(done.get("notice").textValue()).contains("not verified by 'false'", "a commit");
    assertThat(json("fix", "--allow-dirty", "--diff").get("notice").textValue())
        .contains("--allow-dirty");
  }

  @Test
  void workflowsRunACommandOfTheRepositoryOnlyWhenItIsTrusted() {
    Path trace = temp.resolve("trace");
    repository.write(".kirolinter.yaml", "verify: touch " + trace + "\n").commit("settings");
    String[] workflow = {"agent", "workflow", "--template", "full_review", "--dry-run"};

    Outcome untrusted = cli.run(workflow).exitedWith(0);
    assertThat(untrusted.out()).contains("Note: not verified by the project's command");
    assertThat(untrusted.err()).startsWith("Note: not verified by the project's command");
    assertThat(trace).doesNotExist();

    cli.run("config", "trust").exitedWith(0);
    assertThat(cli.run(workflow).exitedWith(0).out()).doesNotContain("Note:");
    assertThat(trace).exists();
  }

  @Test
  void refusesWhatIsWrongBeforeAnythingIsOpened() {
    for (List<String> wrong :
        List.of(
            List.of("--max-fixes", "0"),
            List.of("--rules", "unused-imports"),
            List.of("nowhere"),
            List.of("--verify", "true", "--no-verify"),
            List.of("--verify", "true", "--allow-dirty"),
            List.of("--interactive"),
            List.of("--answers", "nowhere"))) {
      String[] args = new String[wrong.size() + 1];
      args[0] = "fix";
      for (int i = 0; i < wrong.size(); i++) {
        args[i + 1] = wrong.get(i);
      }
      assertThat(cli.run(args).exitedWith(2).out()).isEmpty();
    }
    assertThat(repository.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void failsAndLosesNothingWhereAFileCannotBeWritten() throws IOException {
    Path inTheWay = file("src/main/java/a/.Greeting.java.kirolinter");
    Files.createDirectories(inTheWay.resolve("full"));

    Outcome outcome = cli.run("fix", ".").exitedWith(3);

    assertThat(outcome.err()).startsWith("Cannot write fixes into");
    assertThat(content(SampleCode.GREETING)).isEqualTo(before);
  }

  @Test
  void saysWhereTheStoreCannotBeOpened() throws IOException {
    Files.writeString(home, "a file");

    cli.run("fix", ".").exitedWith(4);
    assertThat(content(SampleCode.GREETING)).isEqualTo(before);
  }

  private JsonNode json(String... args) {
    String[] all = java.util.Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--format";
    all[args.length + 1] = "json";
    return cli.run(all).exitedWith(0).json();
  }

  private Path file(String path) {
    return repository.folder().resolve(path);
  }

  private String content(String path) throws IOException {
    return Files.readString(file(path));
  }
}
