package io.kirolinter.cli.command.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.Outcome;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InteractiveFixTest {

  private static final String A = "src/main/java/a/A.java";
  private static final String B = "src/main/java/a/B.java";
  private static final String BEFORE_A =
      "package a;\n\nimport java.util.List;\n\nclass A {\n  long x = 1l;\n  long y = 2l;\n}\n";
  private static final String BEFORE_B = "package a;\n\nimport java.util.Map;\n\nclass B {}\n";

  @TempDir Path temp;
  private TestRepository repository;
  private Cli cli;

  @BeforeEach
  void makeRepository() {
    repository = TestRepository.init(temp.resolve("repository"));
    repository.write(A, BEFORE_A).write(B, BEFORE_B).commit("first");
    cli = Cli.in(repository.folder(), temp.resolve("home"));
  }

  @Test
  void makesWhatWasAcceptedAndSkipsTheRest() {
    Outcome outcome = ask("n", "y", "n", "y");

    assertThat(repository.folder().resolve(A)).hasContent(BEFORE_A.replace("1l", "1L"));
    assertThat(repository.folder().resolve(B)).hasContent("package a;\n\nclass B {}\n");
    assertThat(outcome.out()).startsWith("Fixed 2 findings in 2 files:");
  }

  @Test
  void showsEachFixWithItsRuleMessageAndColouredDiff() {
    Outcome outcome = ask("q");

    assertThat(outcome.err())
        .contains("\u001B[1m(1 of 4) " + A + ":3:1 [unused-import]\u001B[0m")
        .contains("\u001B[31m-import java.util.List;\u001B[0m")
        .contains("\u001B[36m@@ ")
        .contains("Make this fix? [y]es, [n]o, ");
    assertThat(outcome.out()).startsWith("Nothing was fixed.");
    assertThat(cli.runAtTerminal("q\n", "fix", "--interactive", "--no-color").err())
        .doesNotContain("\u001B");
  }

  @Test
  void acceptsAllOfARule() {
    ask("n", "a", "n");

    assertThat(repository.folder().resolve(A))
        .hasContent(BEFORE_A.replace("1l", "1L").replace("2l", "2L"));
    assertThat(repository.folder().resolve(B)).hasContent(BEFORE_B);
  }

  @Test
  void neverFixesARefusedRuleInThisRepositoryAgain() {
    ask("d", "a");
    assertThat(repository.folder().resolve(B)).hasContent(BEFORE_B);
    repository.commit("fixed");

    Outcome later = cli.run("fix", ".").exitedWith(0);
    assertThat(later.out())
        .contains("Nothing was fixed.")
        .contains("Never fixed here, as you chose: unused-import");
    Outcome workflow = cli.run("agent", "workflow", "--template", "quick_fix").exitedWith(0);
    assertThat(workflow.out()).doesNotContain("Fixed:");
    assertThat(repository.folder().resolve(B)).hasContent(BEFORE_B);

    cli.run("fix", ".", "--rules", "unused-import").exitedWith(0);
    assertThat(repository.folder().resolve(B)).hasContent("package a;\n\nclass B {}\n");
  }

  @Test
  void analyzeShowsARefusedFixAsASuggestionUntilItIsAllowed() {
    String refused = "[unused-import] (fix: suggestion)";
    assertThat(cli.run("analyze").exitedWith(0).out())
        .contains("[unused-import] (fix: safe)")
        .doesNotContain(refused);
    ask("d", "n");
    assertThat(cli.run("analyze").exitedWith(0).out())
        .contains(refused, "[lower-case-long-suffix] (fix: safe)");

    assertThat(cli.run("fix", "--allow", "unused-imprt").exitedWith(2).err())
        .contains("Did you mean 'unused-import'?");
    assertThat(cli.run("fix", "--allow", "unused-import").exitedWith(0).out())
        .isEqualTo("unused-import: fixed again in this repository from now on.%n".formatted());

    assertThat(repository.folder().resolve(B)).hasContent(BEFORE_B);
    assertThat(cli.run("analyze").exitedWith(0).out()).doesNotContain(refused);
    assertThat(
            cli.run("fix", "--allow", "unused-import", "--format", "json")
                .exitedWith(0)
                .json()
                .get("allowed")
                .get(0)
                .textValue())
        .isEqualTo("unused-import");
    cli.run("fix").exitedWith(0);
    assertThat(repository.folder().resolve(B)).hasContent("package a;\n\nclass B {}\n");
  }

  @Test
  void analyzeNeitherMakesAStoreNorNeedsOne() throws IOException {
    Path home = temp.resolve("home");
    cli.run("analyze", "--no-cache").exitedWith(0);
    assertThat(home.resolve("kirolinter.db")).doesNotExist();

    Files.createDirectories(home);
    Files.writeString(home.resolve("kirolinter.db"), "no database");

    Outcome outcome = cli.run("analyze", "--no-cache").exitedWith(0);
    assertThat(outcome.out()).contains("[unused-import] (fix: safe)");
    assertThat(outcome.err()).startsWith("Note: refused fixes are shown too. Cannot open ");
  }

  @Test
  void undoesTheLastChoiceAlsoThatAboutARule() {
    Outcome outcome = ask("u", "d", "u", "y", "q");

    assertThat(outcome.err()).contains("There is no choice to take back.");
    assertThat(repository.folder().resolve(A))
        .hasContent(BEFORE_A.replace("import java.util.List;\n\n", ""));
    assertThat(repository.folder().resolve(B)).hasContent(BEFORE_B);
    repository.commit("fixed");
    assertThat(cli.run("fix", ".", "--rules", "lower-case-long-suffix").exitedWith(0).out())
        .doesNotContain("Never fixed here");
  }

  @Test
  void explainsTheRuleAndAsksAgain() {
    Outcome outcome = ask("?", "what", "q");

    assertThat(outcome.err())
        .contains("Unused import\n=============\n")
        .contains("    import java.util.List;\n")
        .contains("Answer with one of the letters in brackets.");
  }

  @Test
  void keepsWhatWasAcceptedWhenTheAnswersEnd() {
    ask("y");

    assertThat(repository.folder().resolve(A))
        .hasContent(BEFORE_A.replace("import java.util.List;\n\n", ""));
  }

  @Test
  void takesAnswersFromAFileWithoutATerminal() throws IOException {
    Files.writeString(
        temp.resolve("answers"), "n # the import is needed\n\n# all suffixes\nA\nq\n");

    Outcome outcome = cli.run("fix", "--answers", temp.resolve("answers").toString()).exitedWith(0);

    assertThat(outcome.out()).startsWith("Fixed 2 findings in 1 file:");
    assertThat(outcome.err()).doesNotContain("\u001B");
  }

  @Test
  void refusesAFileWithAnotherAnswerBeforeAnythingIsWritten() throws IOException {
    Path answers = Files.writeString(temp.resolve("answers"), "y\nperhaps\n");

    cli.run("fix", "--answers", answers.toString())
        .refusedWith(
            2,
            "Cannot read answers in '%s': line 2 is 'perhaps'; expected a text file with one answer"
                    .formatted(answers)
                + " a line: ?, a, d, n, q, u, y. Correct the file, and start again; nothing was"
                + " changed.");
    assertThat(repository.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void refusesWithoutATerminalAndSaysTheWayOut() {
    cli.run("fix", "--interactive")
        .refusedWith(
            2,
            "Cannot ask person at 'terminal': there is no terminal; expected a terminal for"
                + " --interactive. Leave --interactive out, or write the answers to a file:"
                + " --answers FILE.");
  }

  @Test
  void leavesAFileAloneThatIsEditedWhileThePersonChooses() {
    Reader typing =
        new StringReader("y\ny\nn\ny\n") {
          @Override
          public int read(char[] into, int from, int length) throws IOException {
            repository.write(B, "package a;\n\nclass B { int mine; }\n");
            return super.read(into, from, length);
          }
        };

    Outcome outcome = cli.runAtTerminal(typing, "fix", "--interactive").exitedWith(0);

    assertThat(repository.folder().resolve(B)).hasContent("package a;\n\nclass B { int mine; }\n");
    assertThat(repository.folder().resolve(A)).content().contains("1L").doesNotContain("import");
    assertThat(outcome.out()).contains("Left alone:\n  " + B);
  }

  private Outcome ask(String... answers) {
    return cli.runAtTerminal(String.join("\n", answers) + "\n", "fix", "--interactive")
        .exitedWith(0);
  }
}
