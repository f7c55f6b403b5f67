package io.kirolinter.cli.command.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workflows that ask: at a terminal, by answers given beforehand, and later. */
class InteractiveWorkflowTest {

  private static final String A = "src/main/java/a/A.java";
  private static final String BEFORE =
      "package a;\n\nimport java.util.List;\n\nclass A {\n  long x = 1l;\n  long y = 2l;\n}\n";

  @TempDir Path temp;
  private TestRepository repository;
  private Cli cli;

  @BeforeEach
  void makeRepository() {
    repository = TestRepository.init(temp.resolve("repository"));
    repository.write(A, BEFORE).commit("first");
    cli = Cli.in(repository.folder(), temp.resolve("home")).with("USER", "ada");
  }

  private static String[] interactive(String template, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("agent", "workflow", "--template", template, "--mode", "interactive"));
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  private Path answers(String text) throws IOException {
    return Files.writeString(temp.resolve("answers.txt"), text);
  }

  private JsonNode status(JsonNode run) {
    return cli.run("agent", "status", id(run), "--format", "json").exitedWith(0).json();
  }

  private static String id(JsonNode run) {
    return run.get("runId").textValue();
  }

  private static List<String> answersOf(JsonNode run) {
    return StreamSupport.stream(run.get("answers").spliterator(), false)
        .map(one -> one.get("step").textValue() + " " + one.get("answer").textValue())
        .toList();
  }

  /** Two answers, and then the terminal is closed at the question about the fixes. */
  private JsonNode waitingAtFix() {
    return cli.runAtTerminal("y\n", interactive("quick_fix", "--format", "json"))
        .exitedWith(5)
        .json();
  }

  @Test
  void tellsFiguresDetailsAndWhatASkipMeansBeforeItIsSaid() {
    Outcome outcome =
        cli.runAtTerminal(
                "y\ny\nd\ns\nb\nnonsense\ns\nlooks risky\ny\n", interactive("full_review"))
            .exitedWith(0);

    assertThat(outcome.err())
        .contains("\u001B[1mStep 3 of 5: fix\u001B[0m")
        .contains("Ahead: 3 safe fixes of 2 rules in 1 file (at most 10 files, 200 changed lines")
        .contains("- lower-case-long-suffix: 2 safe fixes in 1 file")
        .contains("- if it is skipped: 'integrate' cannot run then: it needs the fix set, which")
        .contains("'learn' runs, but knows less: it takes the fix set into account")
        .contains("Why is it left out? A line, Enter for no reason, [b] to go back: ")
        .contains("Answer with one of the letters in brackets.");
    assertThat(outcome.out())
        .contains("Left out by ada: looks risky.")
        .contains("it needs what step 'fix' hands on, which ended as skipped")
        .contains("Status: partially-succeeded");
  }

  @Test
  void makesTheFixesThatWereAcceptedFixByFixAndNeverMoreOfARule() throws IOException {
    Outcome outcome =
        cli.runAtTerminal("y\nf\ny\ny\nu\nd\n", interactive("quick_fix")).exitedWith(0);

    assertThat(outcome.err())
        .contains("(1 of 3) " + A + ":3:1 [unused-import]")
        .contains("\u001B[31m-import java.util.List;\u001B[0m");
    String fixed = BEFORE.replace("import java.util.List;\n\n", "");
    assertThat(repository.folder().resolve(A)).hasContent(fixed);
    repository.commit("fixed");

    assertThat(cli.run("fix", "--diff").exitedWith(0).out()).as("by fix").isEmpty();
    cli.run("agent", "workflow", "--template", "quick_fix").exitedWith(0);
    assertThat(repository.folder().resolve(A)).as("by a later run").hasContent(fixed);
    cli.run("fix", "--allow", "lower-case-long-suffix").exitedWith(0);
    cli.run("agent", "workflow", "--template", "quick_fix").exitedWith(0);
    assertThat(repository.folder().resolve(A))
        .as("once it is allowed again")
        .hasContent(fixed.replace("1l", "1L").replace("2l", "2L"));
  }

  @Test
  void waitsWithAQuestionThatNobodyAnswersAndAsksItAgain() {
    JsonNode waiting = waitingAtFix();
    assertThat(waiting.get("status").textValue()).isEqualTo("waiting");
    String asked = waiting.get("waitingFor").get("text").textValue();
    assertThat(asked)
        .isEqualTo("run step 'fix': 3 safe fixes of 2 rules in 1 file, written to the checkout.");

    assertThat(cli.run("agent", "runs").out()).contains("  waits for an answer: " + asked);
    assertThat(cli.run("agent", "status", id(waiting)).out())
        .contains("Status: waiting", "Waits for an answer: " + asked)
        .contains("kirolinter agent resume " + id(waiting) + " --mode autonomous")
        .containsPattern("2026-11-22T18:15:30Z  ada  analyze +yes");
    Outcome again = cli.runAtTerminal("y\n", "agent", "resume", id(waiting)).exitedWith(0);

    assertThat(again.err()).contains("Step 2 of 2: fix").doesNotContain("Step 1 of 2");
    assertThat(answersOf(status(waiting))).containsExactly("analyze yes", "fix yes");
  }

  @Test
  void waitsInTheMidstOfFixesAndAsksOnlyForTheRest() {
    JsonNode waiting =
        cli.runAtTerminal("y\nf\ny\n", interactive("quick_fix", "--format", "json"))
            .exitedWith(5)
            .json();
    assertThat(waiting.get("waitingFor").get("text").textValue())
        .isEqualTo("make fix 2 of 3: lower-case-long-suffix in " + A + ":6.");

    Outcome again = cli.runAtTerminal("n\ny\n", "agent", "resume", id(waiting)).exitedWith(0);

    assertThat(again.err()).contains("(2 of 3)").doesNotContain("(1 of 3)", "Run this step?");
    assertThat(repository.folder().resolve(A))
        .hasContent(BEFORE.replace("import java.util.List;\n\n", "").replace("2l", "2L"));
    JsonNode accepted = status(waiting).get("answers").get(4);
    assertThat(accepted.get("answer").textValue()).isEqualTo("accept");
    assertThat(accepted.get("rule").textValue()).isEqualTo("lower-case-long-suffix");
    assertThat(accepted.get("path").textValue()).isEqualTo(A);
    assertThat(accepted.get("line").intValue()).isEqualTo(7);
    assertThat(accepted.get("person").textValue()).isEqualTo("ada");
    assertThat(cli.run("agent", "status", id(waiting)).out())
        .contains("accept       " + A + ":7 lower-case-long-suffix");
  }

  @Test
  void aYesBeforehandNeedsNoTerminalAndTheRestWaits() {
    JsonNode run =
        cli.run(interactive("quick_fix", "--yes", "analyze", "--format", "json"))
            .exitedWith(5)
            .json();

    assertThat(run.get("waitingFor").get("step").textValue()).isEqualTo("fix");
    assertThat(run.get("answers").get(0).get("why").textValue())
        .isEqualTo("said beforehand by --yes");
    cli.run("agent", "resume", id(run), "--yes", "fix").exitedWith(0);
    assertThat(repository.folder().resolve(A)).content().contains("1L", "2L");
  }

  @Test
  void answersOfAFileAreTakenStepByStepAndFixByFix() throws IOException {
    Path file =
        answers(
            """
            # what we agreed on
            analyze: yes
            fix: fix-by-fix   # one by one
            y
            n
            Q
            """);

    JsonNode run =
        cli.run(interactive("quick_fix", "--answers", file.toString(), "--format", "json"))
            .exitedWith(0)
            .json();

    assertThat(answersOf(run))
        .containsExactly(
            "analyze yes", "fix one-by-one", "fix accept", "fix skip", "fix leave-rest");
    assertThat(run.get("answers").get(1).get("why").textValue())
        .isEqualTo("said beforehand in answers.txt, line 3");
    assertThat(repository.folder().resolve(A))
        .hasContent(BEFORE.replace("import java.util.List;\n\n", ""));
  }

  @Test
  void aFileGivesTheReasonOfASkipAndItsSecretsAreMasked() throws IOException {
    Path file = answers("analyze: y\nfix: skip  password=hunter2hunter2X9\n");

    JsonNode run =
        cli.run(interactive("quick_fix", "--answers", file.toString(), "--format", "json"))
            .exitedWith(0)
            .json();

    String kept = status(run).toString();
    assertThat(kept).doesNotContain("hunter2").contains("[redacted]");
    Path exported = temp.resolve("run.json");
    cli.run("agent", "export", id(run), "--output", exported.toString()).exitedWith(0);
    Cli elsewhere = Cli.in(repository.folder(), temp.resolve("elsewhere"));
    elsewhere.run("agent", "import", exported.toString()).exitedWith(0);
    JsonNode there =
        elsewhere.run("agent", "status", id(run), "--format", "json").exitedWith(0).json();
    assertThat(there.get("answers")).isEqualTo(status(run).get("answers"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          analyze: y;fx: y           | line 2 is 'fx: y', and the run has no step 'fx'; expected one of its steps: analyze, fix. Did you mean 'fix'?
          analyze: perhaps           | line 1 is 'analyze: perhaps'; expected one of the answers: yes, skip, all, stop, fix-by-fix.
          analyze: y;y               | line 2 is 'y'; expected 'STEP: ANSWER', where an answer is one of yes, skip, all, stop, fix-by-fix. Answers about fixes stand below a step with the answer fix-by-fix.
          fix: f;y;maybe             | line 3 is 'maybe'; expected one of the answers about a fix: y, n, a, d, u, q.
          analyze: y;;analyze: skip  | line 3 is 'analyze: skip', and there is an answer for this step above; expected one a step.
          """)
  void anAnswersFileThatIsWrongIsRefusedByLine(String lines, String error) throws IOException {
    Path file = answers(lines.replace(';', '\n'));

    cli.run(interactive("quick_fix", "--answers", file.toString()))
        .refusedWith(
            2,
            "Cannot read answers in '%s': %s Correct the file, and start again; nothing was changed."
                .formatted(file, error));

    assertThat(temp.resolve("home")).doesNotExist();
  }

  @Test
  void anAnswersFileThatIsNotThereIsRefused() {
    assertThat(cli.run(interactive("quick_fix", "--answers", "none.txt")).exitedWith(2).err())
        .contains("NoSuchFileException", "a text file with one answer a line");
  }

  @Test
  void aYesToAStepThatIsNotThereIsRefusedWithTheNearestName() {
    cli.run(interactive("quick_fix", "--yes", "analyse"))
        .refusedWith(
            2,
            "Cannot say yes to step 'analyse': the run has no such step; expected one of its steps:"
                + " analyze, fix. Did you mean 'analyze'?");
  }

  @Test
  void answersToNoQuestionAreRefused() {
    cli.run("agent", "workflow", "--template", "quick_fix", "--yes", "fix")
        .refusedWith(
            2,
            "Cannot use option '--yes': the mode is autonomous; expected interactive. Leave it out,"
                + " or use --mode interactive.");
  }

  @Test
  void aWaitingRunGoesOnByItself() {
    JsonNode waiting = waitingAtFix();

    JsonNode run =
        cli.run("agent", "resume", id(waiting), "--mode", "autonomous", "--format", "json")
            .exitedWith(0)
            .json();

    assertThat(run.get("status").textValue()).isEqualTo("succeeded");
    assertThat(run.get("mode").textValue()).isEqualTo("autonomous");
    JsonNode change = run.get("modeChanges").get(0);
    assertThat(change.get("from").textValue()).isEqualTo("interactive");
    assertThat(change.get("person").textValue()).isEqualTo("ada");
    assertThat(cli.run("agent", "status", id(waiting)).out())
        .contains("Mode: autonomous since 2026-11-22T18:15:30Z, by ada; before that interactive.");
    assertThat(repository.folder().resolve(A)).content().contains("1L", "2L");
  }

  @Test
  void aWaitingRunGoesOnWithAWorker() {
    JsonNode waiting =
        cli.run(interactive("full_review", "--yes", "predict", "--format", "json"))
            .exitedWith(5)
            .json();

    JsonNode queued =
        cli.run("agent", "resume", id(waiting), "--mode", "background", "--format", "json")
            .exitedWith(0)
            .json();
    assertThat(queued.get("status").textValue()).isEqualTo("queued");
    cli.run("worker", "--once").exitedWith(0);

    assertThat(status(waiting).get("status").textValue()).isEqualTo("succeeded");
    assertThat(status(waiting).get("mode").textValue()).isEqualTo("background");
  }

  @Test
  void aQueuedRunGoesOnWithAPerson() {
    JsonNode queued =
        cli.run("agent", "workflow", "--template", "quick_fix", "--queue", "--format", "json")
            .exitedWith(0)
            .json();

    Outcome outcome =
        cli.runAtTerminal("y\ny\n", "agent", "resume", id(queued), "--mode", "interactive")
            .exitedWith(0);

    assertThat(outcome.err()).contains("Step 1 of 2: analyze", "Step 2 of 2: fix");
    assertThat(status(queued).get("status").textValue()).isEqualTo("succeeded");
  }

  @Test
  void aWaitingRunNeedsSomebodyOrAnotherModeAndSaysSo() {
    JsonNode waiting = waitingAtFix();

    assertThat(cli.run("agent", "resume", id(waiting)).exitedWith(2).err())
        .contains("there is no terminal", "--yes STEP,... or --answers FILE, or --mode autonomous");
    assertThat(cli.run("agent", "resume", id(waiting), "--mode", "background").exitedWith(2).err())
        .contains("it would change the checkout in the background");
    assertThat(status(waiting)).isEqualTo(waiting);
  }
}
