package io.kirolinter.cli.command.template;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates that a repository and a user define, from the file to the run. */
class OwnTemplatesTest {

  private static final String CAREFUL =
      """
      templates:
        careful:
          description: Fixes little, and tells of critical findings only.
          scope:
            paths: [src/main/java/a/Greeting.java]
          steps:
            - analyze
            - step: fix
              options: { max-fixes: 1 }
            - step: notify
              when: { findings: critical }
      """;

  private static final String MINE =
      """
      name: mine
      description: Looks, and tells of many.
      steps:
        - analyze
        - step: notify
          when: { findings: { severity: low, at-least: 1 } }
          retry: { times: 1, wait: 250ms }
          timeout: 90s
      """;

  @TempDir Path temp;
  private TestRepository repository;
  private Path home;
  private Cli cli;

  @BeforeEach
  void makeRepository() throws IOException {
    repository = SampleCode.repository(temp.resolve("repository"));
    home = Files.createDirectories(temp.resolve("home"));
    cli = Cli.in(repository.folder(), home);
  }

  @Test
  void aTemplateOfTheRepositoryRunsLikeABuiltInOne() throws IOException {
    repository.write(".kirolinter.yaml", CAREFUL).commit("template");

    JsonNode run = workflow("careful").exitedWith(0).json();

    assertThat(run.get("template").textValue()).isEqualTo("careful");
    assertThat(run.get("status").textValue()).isEqualTo("succeeded");
    assertThat(run.get("steps").findValuesAsText("outcome"))
        .containsExactly("succeeded", "succeeded", "nothing-to-do");
    assertThat(run.get("findings").intValue()).isEqualTo(1);
    assertThat(run.get("fixes").get("applied").intValue()).isEqualTo(1);
    assertThat(run.get("steps").get(2).get("summary").textValue())
        .contains("1 or more findings of severity 'critical' or above, and there are 0");
    assertThat(Files.readString(repository.folder().resolve(SampleCode.GREETING)))
        .doesNotContain("import java.util.List;");
  }

  @Test
  void anUnknownNameIsToldWithTheNearestOfAll() {
    repository.write(".kirolinter.yaml", CAREFUL).commit("template");

    cli.run("agent", "workflow", "--template", "carefull")
        .refusedWith(
            2,
            "Cannot start workflow 'carefull': there is no such template; expected the name of a"
                + " template. Did you mean 'careful'?");
  }

  @Test
  void aTemplateThatIsInNoCommitIsToldToBeCommitted() {
    repository.write(".kirolinter.yaml", CAREFUL);

    assertThat(workflow("careful").exitedWith(2).err())
        .contains("it is in .kirolinter.yaml, but in no commit")
        .contains("Commit the file, or keep the template with 'agent templates add'.");
  }

  @Test
  void addedOnesAreListedShownRunAndRemoved() throws IOException {
    Path file = write("mine.yaml", MINE);

    assertThat(add(file).exitedWith(0).out())
        .matches("Added template 'mine', version \\d+: analyze, notify\\.\\R");
    assertThat(add(file).exitedWith(0).out()).startsWith("Replaced template 'mine'");
    assertThat(cli.run("agent", "templates").exitedWith(0).out())
        .containsPattern("mine +analyze, notify +Looks, and tells of many\\. \\(user\\)");
    assertThat(cli.run("agent", "templates", "show", "mine").exitedWith(0).out())
        .contains("      findings: { severity: low, at-least: 1 }", "timeout: 90s");
    assertThat(workflow("mine").exitedWith(0).json().get("status").textValue())
        .isEqualTo("succeeded");

    assertThat(cli.run("agent", "templates", "remove", "mine").exitedWith(0).out())
        .isEqualToNormalizingNewlines("Removed template 'mine'.\n");
    assertThat(workflow("mine").exitedWith(2).err()).contains("there is no such template");
  }

  @ParameterizedTest
  @CsvSource({
    "full_review",
    "quick_fix",
    "monitor",
    "security_focus",
    "performance_audit",
    "maintenance"
  })
  void aBuiltInOneIsShownAsAFileThatDefinesTheSame(String name) throws IOException {
    String shown = cli.run("agent", "templates", "show", name).exitedWith(0).out();
    Path file = write("copy.yaml", shown.replace("name: " + name, "name: copy"));
    add(file).exitedWith(0);

    JsonNode original = show(name);
    JsonNode copy = show("copy");

    assertThat(copy.get("steps")).isEqualTo(original.get("steps"));
    assertThat(copy.get("scope")).isEqualTo(original.get("scope"));
    assertThat(copy.get("sentence")).isEqualTo(original.get("sentence"));
    assertThat(copy.get("origin").textValue()).isEqualTo("user");
  }

  @Test
  void everythingThatIsSettledIsShownAndReadBack() throws IOException {
    String full =
        """
        name: full
        description: "Says \\"all\\": # and {more}"
        scope:
          categories: [security]
          rules: [unused-import]
          paths: ["*Dto.java", src/main]
          include-tests: true
        steps:
          - step: analyze
            options: { analyzers: [java, pmd] }
          - step: fix
            critical: false
            retry: { times: 0 }
            when: { findings: 3, problems: 1 }
            options: { max-fixes: 4, max-lines: 900 }
          - step: notify
            retry: { times: 3, wait: 1500ms, longest-wait: 5m }
            timeout: 1d
            when: { fixes-made: 1, files-changed: 2 }
        """;
    add(write("full.yaml", full)).exitedWith(0);
    JsonNode before = show("full");

    String shown = cli.run("agent", "templates", "show", "full").exitedWith(0).out();
    add(write("again.yaml", shown)).exitedWith(0);

    assertThat(show("full")).isEqualTo(before);
    assertThat(before.get("scope").get("paths").toString())
        .isEqualTo("[\"*Dto.java\",\"src/main\"]");
  }

  @Test
  void aQueuedRunKeepsItsTemplateWhenThatIsRemoved() throws IOException {
    add(write("mine.yaml", MINE)).exitedWith(0);
    JsonNode queued =
        cli.run("agent", "workflow", "--template", "mine", "--queue", "--format", "json")
            .exitedWith(0)
            .json();
    cli.run("agent", "templates", "remove", "mine").exitedWith(0);

    cli.run("worker", "--once").exitedWith(0);

    String id = queued.get("runId").textValue();
    JsonNode run = cli.run("agent", "status", id, "--format", "json").exitedWith(0).json();
    assertThat(run.get("status").textValue()).isEqualTo("succeeded");
    assertThat(run.get("steps").findValuesAsText("name")).containsExactly("analyze", "notify");
  }

  @Test
  void aQueuedRunKeepsItsStepsWhenItsTemplateIsChanged() throws IOException {
    add(write("mine.yaml", MINE)).exitedWith(0);
    String id =
        cli.run("agent", "workflow", "--template", "mine", "--queue", "--format", "json")
            .exitedWith(0)
            .json()
            .get("runId")
            .textValue();
    add(write("mine.yaml", "name: mine\nsteps: [predict]\n")).exitedWith(0);

    cli.run("worker", "--once").exitedWith(0);

    JsonNode run = cli.run("agent", "status", id, "--format", "json").exitedWith(0).json();
    assertThat(run.get("steps").findValuesAsText("name")).containsExactly("analyze", "notify");
  }

  @Test
  void theTemplateOfTheUserCountsWhereTheRepositoryHasOneOfItsName() throws IOException {
    repository
        .write(".kirolinter.yaml", "templates: {mine: {steps: [analyze, fix]}}\n")
        .commit("template");
    add(write("mine.yaml", MINE)).exitedWith(0);

    Outcome listed = cli.run("agent", "templates").exitedWith(0);

    assertThat(listed.out()).containsPattern("mine +analyze, notify .*\\(user\\)");
    assertThat(listed.err()).contains("Note: the repository defines 'mine' too; yours counts.");
    assertThat(workflow("mine").json().get("steps").findValuesAsText("name"))
        .containsExactly("analyze", "notify");
  }

  @Test
  void twoOfTheUserWithOneNameAreRefused() throws IOException {
    Files.writeString(home.resolve("config.yaml"), "templates:\n  mine: {steps: [analyze]}\n");

    assertThat(add(write("mine.yaml", MINE)).exitedWith(2).err())
        .contains("line 1, column 7: there are two of this name", "config.yaml, line 2");
    Files.createDirectories(home.resolve("templates"));
    Files.writeString(home.resolve("templates/mine.yaml"), MINE);
    assertThat(workflow("mine").exitedWith(2).err()).contains("there are two of this name");
  }

  @Test
  void aTemplateOfTheRepositoryRunsNoCommandWithoutTrust() {
    repository
        .write(".kirolinter.yaml", "verify: touch ran\n" + CAREFUL)
        .commit("template with a command");

    Outcome outcome = workflow("careful").exitedWith(0);

    assertThat(outcome.json().get("notice").textValue())
        .contains("not verified by the project's command 'touch ran'");
    assertThat(FileTree.of(temp).toString()).doesNotContain("/ran");
  }

  @Test
  void validateChecksTheStepsOfTemplatesToo() throws IOException {
    repository.write(".kirolinter.yaml", "templates:\n  own:\n    steps: [analyse]\n");

    cli.run("config", "validate")
        .refusedWith(
            2,
            "Cannot read settings '.kirolinter.yaml': line 3, column 13: template 'own': there is"
                + " no step 'analyse'; expected steps that an agent offers. Did you mean"
                + " 'analyze'?");
    repository.write(".kirolinter.yaml", CAREFUL);
    cli.run("config", "validate").exitedWith(0);
    Files.createDirectories(home.resolve("templates"));
    Files.writeString(home.resolve("templates/bad.yaml"), "name: good\nsteps: [analyze]\n");
    assertThat(cli.run("config", "validate").exitedWith(2).err())
        .contains("bad.yaml': line 1, column 7: the name is 'good'", "the name of its file");
  }

  @Test
  void aBrokenTemplateOfOnesOwnStopsNoBuiltInOne() throws IOException {
    Files.createDirectories(home.resolve("templates"));
    Files.writeString(home.resolve("templates/bad.yaml"), "steps: [");

    workflow("monitor").exitedWith(0);
    assertThat(workflow("mine").exitedWith(2).err()).contains("bad.yaml");
    cli.run("agent", "templates", "remove", "bad").exitedWith(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: monitor\\nsteps: [analyze]|a built-in template has this name",
        "name: ../../evil\\nsteps: [analyze]|'../../evil'; expected a name of at most 60",
        "name: a\\nsteps: [analyze]\\nsteps: [fix]|the key 'steps' stands there twice",
        "name: a\\nsteps: &x [*x]|an anchor or alias",
        "name: !!javax.script.ScriptEngineManager [x]|the tag",
        "name: a\\nsteps: [[[[[[[[[[[[x]]]]]]]]]]]]|at most 10 levels deep",
        "name: a\\nsteps: [analyze, {step: fix, verify: 'rm -rf /'}]|there is no key 'verify'",
        "name: a\\nverify: 'rm -rf /'\\nsteps: [analyze]|there is no key 'verify'",
      })
  void hostileFilesAreRefusedAndNothingIsKept(String yaml, String found) throws IOException {
    Path file = write("evil.yaml", yaml.replace("\\n", "\n"));
    FileTree before = FileTree.of(temp);

    assertThat(add(file).exitedWith(2).err()).contains(found);

    assertThat(FileTree.of(temp)).isEqualTo(before);
  }

  @Test
  @Timeout(60)
  void noFileIsTooLargeOrTooStrange() throws IOException {
    assertThat(add(write("big.yaml", "#".repeat(10_000_000))).exitedWith(2).err())
        .contains("at most 65536");
    assertThat(add(home).exitedWith(2).err()).contains("it is no ordinary file");
    assertThat(add(Path.of("/dev/zero")).exitedWith(2).err()).contains("it is no ordinary file");
    assertThat(add(temp.resolve("none.yaml")).exitedWith(2).err()).contains("no such file");
  }

  @Test
  @Timeout(60)
  void tenThousandFilesAreRefused() throws IOException {
    Path folder = Files.createDirectories(home.resolve("templates"));
    for (int i = 0; i < 10_000; i++) {
      Files.createFile(folder.resolve("t" + i + ".yaml"));
    }

    assertThat(cli.run("agent", "templates").exitedWith(2).err())
        .contains("there are more than 1000; expected at most so many files");
    assertThat(add(write("mine.yaml", MINE)).exitedWith(2).err()).contains("more than 1000");
    workflow("monitor").exitedWith(0);
  }

  @Test
  void onlyWhatWasAddedCanBeRemoved() throws IOException {
    assertThat(cli.run("agent", "templates", "remove", "monitor").exitedWith(2).err())
        .contains("it is built in", "None was added.");
    add(write("mine.yaml", MINE)).exitedWith(0);
    assertThat(cli.run("agent", "templates", "remove", "mein").exitedWith(2).err())
        .contains("there is no such template in", "Did you mean 'mine'?");
    assertThat(cli.run("agent", "templates", "remove", "../config").exitedWith(2).err())
        .contains("there is no such template");
  }

  @Test
  void theCommandLineCountsMoreThanTheTemplate() throws IOException {
    repository.write(".kirolinter.yaml", CAREFUL).commit("template");

    JsonNode run =
        cli.run(
                "agent",
                "workflow",
                "--template",
                "careful",
                "--dry-run",
                "--step-timeout",
                "fix=7m",
                "--format",
                "json")
            .exitedWith(0)
            .json();

    assertThat(run.get("fixes").get("applied").intValue()).isEqualTo(1);
    assertThat(Files.readString(repository.folder().resolve(SampleCode.GREETING)))
        .contains("import java.util.List;");
  }

  @Test
  void twoTemplatesOfOnesOwnAreCompared() throws IOException {
    repository.write(".kirolinter.yaml", CAREFUL).commit("template");
    add(write("mine.yaml", MINE)).exitedWith(0);

    JsonNode result =
        cli.run(
                "agent",
                "ab-test",
                "--template-a",
                "careful",
                "--template-b",
                "mine",
                "--runs",
                "1",
                "--format",
                "json")
            .exitedWith(0)
            .json();

    assertThat(result.get("templateA").textValue()).isEqualTo("careful");
    assertThat(result.get("verdict").textValue()).isEqualTo("inconclusive");
  }

  @Test
  void theSchemaIsPrinted() throws IOException {
    assertThat(cli.run("config", "schema").exitedWith(0).out())
        .isEqualTo(Files.readString(Path.of("../docs/settings.schema.json")));
  }

  private Outcome workflow(String template) {
    return cli.run("agent", "workflow", "--template", template, "--format", "json");
  }

  private Outcome add(Path file) {
    return cli.run("agent", "templates", "add", file.toString());
  }

  private JsonNode show(String name) {
    return cli.run("agent", "templates", "show", name, "--format", "json").exitedWith(0).json();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(temp.resolve(name), text);
  }
}
