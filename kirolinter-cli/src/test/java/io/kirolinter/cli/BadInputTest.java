package io.kirolinter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.FileTree;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.cli.testkit.SampleCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories and data folders that are not as one would wish: clear words, and nothing lost. */
class BadInputTest {

  private static final String UNUSED = "import java.util.List;\n\nclass %s {}\n";

  @TempDir Path temp;
  private Cli cli;

  @BeforeEach
  void makeCli() {
    cli = Cli.in(temp, temp.resolve("kirolinter-home"));
  }

  @Nested
  class Places {

    @Test
    void aPathThatDoesNotExist() {
      Path missing = temp.resolve("missing");
      String error =
          "Cannot open repository '%s': there is no such folder; expected a folder with a git"
                  .formatted(missing)
              + " repository or source files. Name the folder of the project.";

      cli.run("analyze", missing.toString()).refusedWith(2, error);
      cli.run(workflow("full_review", missing)).refusedWith(2, error);
      cli.run("agent", "predict", "--repo", missing.toString()).refusedWith(2, error);
    }

    @Test
    void aFileInsteadOfAFolder() throws IOException {
      Path file = Files.writeString(temp.resolve("A.java"), UNUSED.formatted("A"));

      Outcome refused = cli.run(workflow("full_review", file)).exitedWith(2);

      assertThat(refused.err())
          .startsWith("Cannot open repository '" + file + "': it is a file; expected a folder ");
      assertThat(findings(analyze(file))).isEqualTo(1);
    }

    @Test
    void noGitRepository() throws IOException {
      Files.createDirectories(temp.resolve("plain"));
      Files.writeString(temp.resolve("plain/A.java"), UNUSED.formatted("A"));

      assertThat(findings(analyze(temp.resolve("plain")))).isEqualTo(1);
      assertThat(findings(reading(temp.resolve("plain")))).isEqualTo(1);
    }

    @Test
    void noCommits() {
      TestRepository repository = TestRepository.init(temp.resolve("repository"));
      repository.write("A.java", UNUSED.formatted("A"));

      assertThat(findings(analyze(repository.folder()))).isEqualTo(1);
      JsonNode run = reading(repository.folder());
      assertThat(run.get("status").textValue()).isEqualTo("succeeded");
      assertThat(run.get("baseCommit").isNull()).isTrue();
      Outcome full = cli.run(workflow("full_review", repository.folder())).exitedWith(0);
      assertThat(full.out()).containsPattern("integrate +nothing-to-do");
    }

    @Test
    void aBareRepository() {
      SampleCode.repository(temp.resolve("repository"))
          .git("clone", "-q", "--bare", ".", "../bare");
      Path bare = temp.resolve("bare");

      assertThat(findings(reading(bare))).isEqualTo(2);
      JsonNode full = json(workflow("full_review", bare));
      assertThat(full.get("status").textValue()).isEqualTo("succeeded");
      assertThat(full.get("branch").textValue()).startsWith("kirolinter/");
    }

    @Test
    void noJava() {
      TestRepository repository = TestRepository.init(temp.resolve("repository"));
      repository.write("notes.txt", "x").commit("first");

      assertThat(findings(analyze(repository.folder()))).isZero();
      JsonNode run = json(workflow("full_review", repository.folder()));
      assertThat(run.get("status").textValue()).isEqualTo("succeeded");
      assertThat(run.get("steps").get(1).get("outcome").textValue()).isEqualTo("nothing-to-do");
      assertThat(run.get("steps").get(1).get("summary").textValue())
          .isEqualTo("there is no Java code to analyse");
    }
  }

  @Nested
  class Sources {

    private TestRepository repository;

    @BeforeEach
    void makeRepository() {
      repository = SampleCode.repository(temp.resolve("repository"));
    }

    @Test
    void aFileThatDoesNotParse() {
      repository.write("Bad.java", "class Bad { void m( { }\n").commit("bad");

      assertProblem("Bad.java", "");
    }

    @Test
    void aFileThatIsNotUtf8() {
      repository
          .write("Bad.java", "class B\u00e4d {}\n".getBytes(StandardCharsets.ISO_8859_1))
          .commit("bad");

      assertProblem("Bad.java", "is not UTF-8");
    }

    @Test
    void aFileOf20Megabytes() {
      repository.write("Huge.java", "// long\n".repeat(2_621_440)).commit("huge");

      assertProblem("Huge.java", "has 21.0 MB; files over 5 MB are not analysed");
    }

    @Test
    void aLinkOutOfTheTree() throws IOException {
      Path outside = Files.writeString(temp.resolve("Outside.java"), UNUSED.formatted("Outside"));
      Files.createSymbolicLink(repository.folder().resolve("Outside.java"), outside);
      Files.createSymbolicLink(repository.folder().resolve("up"), temp);
      repository.commit("links");

      assertUntouched(2);
      assertThat(outside).hasContent(UNUSED.formatted("Outside"));
    }

    @Test
    void aLoopOfLinks() throws IOException {
      Files.createSymbolicLink(repository.folder().resolve("loop"), Path.of("loop"));
      Files.createSymbolicLink(repository.folder().resolve("src/back"), Path.of("."));
      repository.commit("links");

      assertUntouched(2);
    }

    @Test
    void aSubmodule() {
      TestRepository module = TestRepository.init(temp.resolve("module"));
      module.write("M.java", UNUSED.formatted("M")).commit("module");
      repository.git("submodule", "--quiet", "add", module.folder().toString(), "module");
      repository.commit("module");

      assertThat(findings(reading(repository.folder()))).isEqualTo(2);
      assertThat(json(workflow("full_review", repository.folder())).get("status").textValue())
          .isEqualTo("succeeded");
      assertThat(repository.git("status", "--porcelain")).isEmpty();
    }

    @Test
    void aDetachedHead() {
      repository.git("checkout", "--quiet", "--detach");

      assertUntouched(2);
      JsonNode full = json(workflow("full_review", repository.folder()));
      assertThat(full.get("branch").textValue()).startsWith("kirolinter/");
      assertThat(repository.git("rev-parse", "--abbrev-ref", "HEAD").strip()).isEqualTo("HEAD");
    }

    @Test
    void anIndexThatIsLocked() throws IOException {
      Files.createFile(repository.folder().resolve(".git/index.lock"));

      assertUntouched(2);
      assertThat(json(workflow("full_review", repository.folder())).get("status").textValue())
          .isEqualTo("succeeded");
      assertThat(repository.folder().resolve(".git/index.lock")).isEmptyFile();
    }

    private void assertProblem(String path, String reason) {
      JsonNode report = analyze(repository.folder());
      assertThat(findings(report)).isEqualTo(2);
      assertThat(report.get("problems")).hasSize(1);
      assertThat(report.get("problems").get(0).get("path").textValue()).isEqualTo(path);
      assertThat(report.get("problems").get(0).get("reason").textValue()).contains(reason);
      assertUntouched(2);
      assertThat(json(workflow("full_review", repository.folder())).get("status").textValue())
          .isEqualTo("succeeded");
    }

    private void assertUntouched(int findings) {
      FileTree before = FileTree.of(repository.folder());
      assertThat(findings(analyze(repository.folder()))).isEqualTo(findings);
      assertThat(findings(reading(repository.folder()))).isEqualTo(findings);
      assertThat(FileTree.of(repository.folder())).isEqualTo(before);
    }
  }

  @Nested
  class DataFolders {

    @Test
    void aDataFolderThatIsAFile() throws IOException {
      Path home = Files.writeString(temp.resolve("home"), "mine");

      assertUnreachable(home);

      assertThat(home).hasContent("mine");
    }

    @Test
    void aDataFolderThatCannotBeMade() {
      Path home = Path.of("/proc/kirolinter");
      assumeTrue(Files.isDirectory(home.getParent()), "there is no /proc here");

      assertUnreachable(home);
    }

    @Test
    void aDataFolderThatIsReadOnly() throws IOException {
      Path home = Files.createDirectories(temp.resolve("home"));
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-xr-xr-x"));
      assumeFalse(Files.isWritable(home), "this user may write everywhere");

      Outcome outcome = Cli.in(temp, home).run("agent", "runs").exitedWith(4);

      assertThat(outcome.err()).startsWith("Cannot open data store ");
    }

    @Test
    void analyzeNeedsNoDataFolder() throws IOException {
      Path home = Files.writeString(temp.resolve("home"), "mine");
      Path repository = SampleCode.repository(temp.resolve("repository")).folder();

      Cli.in(repository, home).run("analyze", ".").exitedWith(0);
    }

    private void assertUnreachable(Path home) {
      Path repository = SampleCode.repository(temp.resolve("repository")).folder();
      FileTree before = FileTree.of(repository);
      String error =
          "Cannot open data folder '%s': it is no folder and cannot be made one ".formatted(home);

      for (String[] command :
          new String[][] {
            {"agent", "runs"},
            {"agent", "jobs"},
            {"agent", "predict"},
            {"agent", "workflow", "--template", "full_review"},
            {"agent", "analytics", "--workflows"}
          }) {
        Outcome outcome = Cli.in(repository, home).run(command).exitedWith(4);
        assertThat(outcome.err()).startsWith(error).hasLineCount(1);
        assertThat(outcome.out()).isEmpty();
      }
      assertThat(FileTree.of(repository)).isEqualTo(before);
    }
  }

  private JsonNode analyze(Path place) {
    return json("analyze", place.toString());
  }

  /** Runs a template that only reads. */
  private JsonNode reading(Path repository) {
    return json(workflow("monitor", repository));
  }

  private JsonNode json(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--format", "json"));
    return cli.run(all.toArray(String[]::new)).exitedWith(0).json();
  }

  private static String[] workflow(String template, Path repository) {
    return new String[] {
      "agent", "workflow", "--repo", repository.toString(), "--template", template
    };
  }

  private static int findings(JsonNode result) {
    JsonNode findings = result.get("findings");
    return findings.isInt() ? findings.intValue() : findings.size();
  }
}
