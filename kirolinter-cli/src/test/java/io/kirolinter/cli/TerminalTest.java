package io.kirolinter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.CommandProcess;
import io.kirolinter.cli.testkit.PseudoTerminal;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions at a real terminal. */
class TerminalTest {

  private static final String A = "src/main/java/a/A.java";
  private static final String BEFORE =
      "package a;\n\nimport java.util.List;\n\nclass A {\n  long x = 1l;\n}\n";
  private static final String FIX = "[?] explain: ";
  private static final String STEP = "[d]etails";
  private static final int USUAL = 80;
  private static final int INTERRUPT = 2;
  private static final int HANG_UP = 1;

  @TempDir Path temp;
  private TestRepository repository;

  @BeforeEach
  void makeRepository() {
    PseudoTerminal.assumeThere();
    repository = TestRepository.init(temp.resolve("repository")).write(A, BEFORE);
    repository.commit("first");
  }

  private PseudoTerminal terminal(int columns, String... arguments) throws IOException {
    return PseudoTerminal.start(temp.resolve("home"), repository.folder(), columns, arguments);
  }

  private PseudoTerminal fix() throws IOException {
    return terminal(USUAL, "fix", "--interactive");
  }

  private PseudoTerminal workflow(int columns, String... more) throws IOException {
    String[] arguments = new String[6 + more.length];
    System.arraycopy(
        new String[] {"agent", "workflow", "--template", "quick_fix", "--mode", "interactive"},
        0,
        arguments,
        0,
        6);
    System.arraycopy(more, 0, arguments, 6, more.length);
    return terminal(columns, arguments);
  }

  private JsonNode onlyRun() throws Exception {
    String runs =
        new CommandProcess(temp.resolve("home")).output("agent", "runs", "--format", "json");
    return new ObjectMapper().readTree(runs).get(0);
  }

  private static void assertLeftAsItWas(String shown) {
    String settings = shown.substring(shown.lastIndexOf("exit "));
    assertThat(settings).contains(" icanon", " echo ").doesNotContain("-icanon", "-echo ");
  }

  @Nested
  class OfFix {

    @Test
    void takesSingleKeysAndLeavesTheTerminalAsItWas() throws Exception {
      try (PseudoTerminal terminal = fix()) {
        String shown = terminal.answer(FIX, "n").answer(FIX, "y").end();

        assertThat(shown).contains("Fixed 1 finding in 1 file:").contains("exit 0");
        assertThat(shown).contains("(1 of 2) " + A, "(2 of 2) " + A);
        assertLeftAsItWas(shown);
      }
      assertThat(repository.folder().resolve(A)).hasContent(BEFORE.replace("1l", "1L"));
    }

    @Test
    void endsTheQuestionsAtTheEndOfTheInput() throws Exception {
      try (PseudoTerminal terminal = fix()) {
        String shown = terminal.answer(FIX, "y").answer(FIX, "\u0004").end();

        assertThat(shown).contains("Fixed 1 finding in 1 file:");
      }
      assertThat(repository.folder().resolve(A))
          .hasContent(BEFORE.replace("import java.util.List;\n\n", ""));
    }

    @Test
    void anInterruptChangesNothingAndLeavesTheTerminalAsItWas() throws Exception {
      PseudoTerminal.assumeHeard(INTERRUPT);
      try (PseudoTerminal terminal = fix()) {
        String shown = terminal.answer(FIX, "y").answer(FIX, "\u0003").end();

        assertThat(shown).contains("exit 130").doesNotContain("Fixed");
        assertLeftAsItWas(shown);
      }
      assertThat(repository.folder().resolve(A)).hasContent(BEFORE);
    }
  }

  @Nested
  class OfAWorkflow {

    @Test
    void goesThroughStepsAndFixesByKeysAndTakesALineForTheReason() throws Exception {
      try (PseudoTerminal terminal = terminal(USUAL, FULL_REVIEW)) {
        String shown =
            terminal
                .answer(STEP, "y")
                .answer(STEP, "y")
                .answer(STEP, "f")
                .answer(FIX, "y")
                .answer(FIX, "q")
                .answer(STEP, "s")
                .answer("go back: ", "not nowx\u007f\r")
                .answer(STEP, "y")
                .end();

        assertThat(shown)
            .contains("\u001B[1mStep 3 of 5: fix\u001B[0m", "\u001B[31m-import java.util.List;")
            .contains("Left out by ada: not now.")
            .contains("exit 0");
        assertLeftAsItWas(shown);
      }
    }

    private static final String[] FULL_REVIEW = {
      "agent", "workflow", "--template", "full_review", "--mode", "interactive"
    };

    @Test
    void anInterruptAtAQuestionLeavesTheRunWaiting() throws Exception {
      PseudoTerminal.assumeHeard(INTERRUPT);
      try (PseudoTerminal terminal = workflow(USUAL)) {
        String shown = terminal.answer(STEP, "y").answer(STEP, "f").answer(FIX, "\u0003").end();

        assertThat(shown)
            .contains("The run waits for the answer: kirolinter agent resume ")
            .contains("exit 130");
        assertLeftAsItWas(shown);
      }
      JsonNode waiting = onlyRun();
      assertThat(waiting.get("status").textValue()).isEqualTo("waiting");
      assertThat(waiting.get("waitingFor").get("text").textValue()).startsWith("make fix 1 of 2: ");

      try (PseudoTerminal terminal =
          terminal(USUAL, "agent", "resume", waiting.get("runId").textValue())) {
        assertThat(terminal.answer(FIX, "n").answer(FIX, "y").end()).contains("exit 0");
      }
      assertThat(repository.folder().resolve(A)).hasContent(BEFORE.replace("1l", "1L"));
    }

    @Test
    void aTerminalThatHangsUpLeavesTheRunWaiting() throws Exception {
      PseudoTerminal.assumeHeard(HANG_UP);
      try (PseudoTerminal terminal = workflow(USUAL)) {
        terminal.answer(STEP, "y").answer(STEP, "");
        terminal.hangUp();
      }

      JsonNode waiting = onlyRun();
      assertThat(waiting.get("status").textValue()).isEqualTo("waiting");
      assertThat(waiting.get("waitingFor").get("step").textValue()).isEqualTo("fix");
    }

    @Test
    void questionsFitANarrowTerminalAndWaitPlainlyAtTheEndOfTheInput() throws Exception {
      try (PseudoTerminal terminal = workflow(36, "--no-color")) {
        String shown =
            terminal.answer(STEP, "d").answer("etails: ", "y").answer("fix: ", "\u0004").end();

        assertThat(shown)
            .contains("Waits for an answer: run step 'fix': 2 safe fixes", "exit 5")
            .doesNotContain("\u001B[1m", "\u001B[3");
        assertLeftAsItWas(shown);
        String questions = shown.substring(0, shown.indexOf("by fix: "));
        assertThat(questions.lines())
            .filteredOn(line -> !line.contains("succeeded in"))
            .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(36));
      }
    }
  }
}
