package io.kirolinter.cli.command.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.FileTree;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.cli.testkit.SampleCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowCommandTest {

  @TempDir Path temp;
  private TestRepository repository;
  private Cli cli;

  @BeforeEach
  void makeRepository() {
    repository = SampleCode.repository(temp.resolve("repository"));
    cli = Cli.in(repository.folder(), temp.resolve("home"));
  }

  @Test
  void printsTheWholeRunAsOneJsonDocument() {
    Outcome outcome = cli.run(workflow("monitor", "--format", "json")).exitedWith(0);

    JsonNode run = outcome.json();
    assertThat(run.get("runId").textValue()).matches("20261122-181530-[0-9a-f]{6}");
    assertThat(run.get("template").textValue()).isEqualTo("monitor");
    assertThat(run.get("repository").textValue()).startsWith("root:");
    assertThat(run.get("mode").textValue()).isEqualTo("autonomous");
    assertThat(run.get("status").textValue()).isEqualTo("succeeded");
    assertThat(run.get("findings").intValue()).isEqualTo(2);
    assertThat(run.get("fixes").get("applied").isInt()).isTrue();
    assertThat(run.get("fixes").get("dropped").isInt()).isTrue();
    assertThat(run.get("branch").isNull()).isTrue();
    assertThat(run.get("baseCommit").textValue()).isEqualTo(repository.head().value());
    assertThat(names(run)).containsExactly("predict", "analyze", "notify");
    JsonNode analyze = run.get("steps").get(1);
    assertThat(analyze.get("outcome").textValue()).isEqualTo("succeeded");
    assertThat(analyze.get("attempts").intValue()).isEqualTo(1);
    assertThat(analyze.get("millis").isIntegralNumber()).isTrue();
    assertThat(analyze.get("summary").textValue()).startsWith("2 findings in 2 files");
  }

  @Test
  void tellsAPersonWhatWasFoundAndWhatEachStepCameTo() {
    Outcome outcome = cli.run(workflow("monitor")).exitedWith(0);

    assertThat(outcome.out())
        .startsWith("Run 20261122-181530-")
        .contains(": monitor of root:")
        .contains("Status: succeeded")
        .contains("Base commit: " + repository.head().abbreviated())
        .contains("analyze    succeeded")
        .contains("Riskiest files:");
  }

  @Test
  void keepsProgressAndNoticesOffTheResult() {
    Outcome outcome = cli.run(workflow("monitor", "--format", "json")).exitedWith(0);

    assertThat(outcome.err().lines())
        .anyMatch(line -> line.matches("predict +succeeded in \\d+\\.\\d s: .*"))
        .anyMatch(line -> line.matches("analyze +succeeded in \\d+\\.\\d s: 2 findings .*"))
        .anyMatch(line -> line.startsWith("monitor of root:"))
        .anyMatch(line -> line.contains("Login.java:5 "));
  }

  @Test
  void saysNothingOfItsProgressWhenItIsToBeQuiet() {
    Outcome outcome = cli.run(workflow("monitor", "--quiet")).exitedWith(0);

    assertThat(outcome.err()).startsWith("monitor of root:").doesNotContain("succeeded");
  }

  @Test
  void showsALineThatMovesAtATerminalAndNoticesOnLinesOfTheirOwn() {
    Outcome outcome = cli.runAtTerminal("", workflow("monitor")).exitedWith(0);

    assertThat(outcome.err()).contains("\r[1/3] predict").contains("\r[3/3] notify");
    assertThat(outcome.err()).containsPattern("\\r\\[3/3] notify *\\r {10,}\\rmonitor of root:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"monitor", "maintenance"})
  void changesNoByteOfTheRepositoryWithATemplateThatOnlyReads(String template) {
    repository.write(SampleCode.GREETING, "class Greeting { }\n").write("new.txt", "untracked");
    FileTree before = FileTree.of(repository.folder());

    cli.run(workflow(template)).exitedWith(0);

    assertThat(FileTree.of(repository.folder())).isEqualTo(before);
  }

  @Test
  void worksOnTheRepositoryThatAFolderLiesIn() {
    Outcome outcome =
        cli.run(
            "agent", "workflow", "--repo", "src/main", "--template", "monitor", "--format", "json");

    assertThat(outcome.exitedWith(0).json().get("findings").intValue()).isEqualTo(2);
  }

  @Test
  void takesTestCodeInWhenAsked() {
    repository
        .write("src/test/java/a/ATest.java", "import java.util.List;\nclass ATest {}\n")
        .commit("tests");

    assertThat(findings(workflow("maintenance"))).isEqualTo(2);
    assertThat(findings(workflow("maintenance", "--include-tests"))).isEqualTo(3);
  }

  @Test
  void refusesAnUnknownTemplateBeforeAnythingIsWritten() {
    cli.run(workflow("full_reviw"))
        .refusedWith(
            2,
            "Cannot start workflow 'full_reviw': there is no such template; expected the name of a"
                + " template. Did you mean 'full_review'?");

    assertThat(temp.resolve("home")).doesNotExist();
  }

  @Test
  void refusesToAskWithoutATerminalBeforeAnythingIsWritten() {
    cli.run(workflow("monitor", "--mode", "interactive"))
        .refusedWith(
            2,
            "Cannot ask person at 'terminal': there is no terminal; expected a terminal for --mode"
                + " interactive, or answers given beforehand. Use --yes STEP,... or --answers FILE,"
                + " or --mode autonomous.");

    assertThat(temp.resolve("home")).doesNotExist();
  }

  @Test
  void refusesAPullRequestThatItCannotOpen() {
    Outcome outcome = cli.run(workflow("monitor", "--create-pr")).exitedWith(2);

    assertThat(outcome.err()).startsWith("Cannot open pull request for 'monitor': ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1"})
  void refusesALimitBelowOne(String limit) {
    cli.run(workflow("monitor", "--max-fixes", limit))
        .refusedWith(
            2,
            "Cannot use option '--max-fixes': it was %s; expected 1 or more. Leave it out for no"
                    .formatted(limit)
                + " limit, or use --dry-run to apply nothing.");
  }

  @Test
  void refusesToChangeTheCheckoutInTheBackground() {
    Outcome outcome =
        cli.run(workflow("quick_fix", "--mode", "background", "--apply", "tree")).exitedWith(2);

    assertThat(outcome.err()).contains("it would change the checkout in the background");
    assertThat(cli.run("agent", "jobs", "--format", "json").json()).isEmpty();
  }

  @Test
  void runsEachStepThatAPersonSaysYesTo() {
    Outcome outcome = interactive("y\nskip\nno idea\nyes\n");

    JsonNode run = outcome.exitedWith(0).json();
    assertThat(run.get("mode").textValue()).isEqualTo("interactive");
    assertThat(outcomes(run)).containsExactly("nothing-to-do", "skipped", "skipped");
    assertThat(outcome.err())
        .contains("Step 1 of 3: learn", "Remembers what was found and fixed")
        .contains("Run this step? [y]es, [s]kip, yes to [a]ll, s[t]op, [d]etails: ");
  }

  @Test
  void asksNoMoreAfterYesToAll() {
    Outcome outcome = interactive("a\n");

    assertThat(outcomes(outcome.exitedWith(0).json()))
        .containsExactly("nothing-to-do", "succeeded", "succeeded");
    assertThat(outcome.err()).containsOnlyOnce("Run this step?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"y\nt\n", "y\nstop\n"})
  void stopsWhenAPersonSaysSo(String typed) {
    JsonNode run = interactive(typed).exitedWith(0).json();

    assertThat(run.get("status").textValue()).isEqualTo("cancelled");
    assertThat(outcomes(run)).startsWith("nothing-to-do").doesNotContain("succeeded");
  }

  private Outcome interactive(String typed) {
    return cli.runAtTerminal(
        typed, workflow("maintenance", "--mode", "interactive", "--format", "json"));
  }

  private int findings(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--format", "json"));
    return cli.run(all.toArray(String[]::new)).exitedWith(0).json().get("findings").intValue();
  }

  private static String[] workflow(String template, String... more) {
    List<String> args = new ArrayList<>(List.of("agent", "workflow", "--repo", ".", "--template"));
    args.add(template);
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  private static List<String> names(JsonNode run) {
    return texts(run, "name");
  }

  private static List<String> outcomes(JsonNode run) {
    return texts(run, "outcome");
  }

  private static List<String> texts(JsonNode run, String field) {
    return StreamSupport.stream(run.get("steps").spliterator(), false)
        .map(step -> step.get(field).asText())
        .toList();
  }
}
