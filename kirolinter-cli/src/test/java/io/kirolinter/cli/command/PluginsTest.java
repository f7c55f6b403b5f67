package io.kirolinter.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.cli.testkit.SampleCode;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.notice.Channel;
import io.kirolinter.core.step.Agent;
import io.kirolinter.core.testkit.CompiledJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Plugins")
class PluginsTest {

  private static final CompiledJar WAVING = agent("waver", "wave");

  private static final CompiledJar ACME =
      CompiledJar.of(
              """
              package p;

              import io.kirolinter.core.analysis.*;
              import io.kirolinter.core.finding.*;
              import io.kirolinter.core.source.*;
              import java.util.*;

              public class Acme implements Analyzer {
                private static final Rule RULE =
                    new Rule(RuleId.of("acme/short"), "Short file", "It is short.",
                        Category.CODE_SMELL, Severity.LOW, FixLevel.NONE, List.of());

                public String name() {
                  return "acme";
                }

                public List<Rule> rules() {
                  return List.of(RULE);
                }

                public AnalysisReport analyze(AnalysisRequest request) {
                  return new AnalysisReport(
                      request.files().stream()
                          .filter(file -> file.path().value().endsWith(".java"))
                          .map(file -> report(file.path())).toList());
                }

                private static FileReport report(SourcePath path) {
                  Finding finding =
                      new Finding(RULE.id(), RULE.category(), RULE.severity(), path,
                          new SourceRange(1, 1, 1, 2), "It is short.",
                          Fingerprint.of(RULE.id(), path, "", "", 0), Optional.empty());
                  return new FileReport(path, 1, List.of(finding), List.of());
                }
              }
              """)
          .providing(Analyzer.class, "p.Acme");

  private static final String WAVE =
      """
      templates:
        waving:
          steps: [analyze, wave, notify]
      """;

  @TempDir Path temp;
  private TestRepository repository;
  private Path plugins;
  private Path usual;
  private Cli cli;

  @BeforeEach
  void makeRepository() throws IOException {
    repository = SampleCode.repository(temp.resolve("repository"));
    Path home = Files.createDirectories(temp.resolve("home"));
    plugins = Files.createDirectories(temp.resolve("plugins"));
    usual = home.resolve("plugins");
    cli = Cli.in(repository.folder(), home);
  }

  @Test
  void bringAStepAlongFromTheFolderThatIsNamedOrTheUsualOne() throws Exception {
    repository.write(".kirolinter.yaml", WAVE).commit("template");

    Outcome without = workflow();
    WAVING.writeTo(plugins.resolve("wave.jar"));
    JsonNode named = workflow("--plugins", plugins.toString()).exitedWith(0).json();
    WAVING.writeTo(usual.resolve("wave.jar"));
    JsonNode found = workflow().exitedWith(0).json();

    assertThat(without.exitedWith(2).err()).contains("there is no step 'wave'");
    assertThat(named.at("/steps/1/summary").textValue()).isEqualTo("waved");
    assertThat(found.at("/steps/1/summary").textValue()).isEqualTo("waved");
  }

  @Test
  void areListedByDoctorWithTheirContent() throws Exception {
    WAVING.writeTo(usual.resolve("wave.jar"));
    ACME.writeTo(usual.resolve("acme.jar"));

    Outcome whole = cli.run("doctor");
    Files.writeString(usual.resolve("bad.jar"), "no jar");
    Outcome broken = cli.run("doctor", "--format", "json");

    assertThat(whole.exitedWith(0).out())
        .contains("ok       plugin       acme.jar: analyzer acme")
        .contains("ok       plugin       wave.jar: step wave");
    JsonNode last = broken.exitedWith(3).json().get(5);
    assertThat(last.get("subject").textValue()).isEqualTo("plugin");
    assertThat(last.get("ok").booleanValue()).isFalse();
    assertThat(last.get("detail").textValue()).startsWith("bad.jar: it is no jar that can be read");
  }

  @Test
  void thatAreBrokenAreToldAndLeftOutWhileAllElseGoesOn() throws Exception {
    repository.write(".kirolinter.yaml", WAVE).commit("template");
    WAVING.writeTo(usual.resolve("wave.jar"));
    Files.writeString(usual.resolve("bad.jar"), "no jar");

    Outcome run = workflow().exitedWith(0);

    assertThat(run.err()).containsOnlyOnce("Cannot load plugin 'bad.jar': it is no jar that");
    assertThat(run.json().at("/steps/1/summary").textValue()).isEqualTo("waved");
  }

  @Test
  void cannotHaveTheNameOfABuiltInAgentStepOrChannel() throws Exception {
    agent("reviewer", "wave").writeTo(usual.resolve("a.jar"));
    agent("waver", "notify").writeTo(usual.resolve("b.jar"));
    channel("slack").writeTo(usual.resolve("c.jar"));
    channel("console").writeTo(usual.resolve("d.jar"));

    String told = cli.run("analyze", ".").exitedWith(0).err();

    assertThat(told)
        .contains("Cannot load plugin 'a.jar': agent 'reviewer' is the name of what is built in")
        .contains("Cannot load plugin 'b.jar': step 'notify' is the name of what is built in")
        .contains("Cannot load plugin 'c.jar': channel 'slack' is the name of what is built in")
        .contains("Cannot load plugin 'd.jar': channel 'console' is the name of what is built in");
  }

  @Test
  void bringAnAnalyzerAlongThatSettingsAndCommandsCanName() throws Exception {
    ACME.writeTo(plugins.resolve("acme.jar"));
    repository.write(".kirolinter.yaml", "analyzers: [java, acme]\n").commit("settings");
    String[] named = {"--plugins", plugins.toString()};

    Outcome unknown = cli.run("config", "validate");
    Outcome known = cli.run("config", "validate", named[0], named[1]);
    JsonNode found = cli.run("analyze", ".", "--format", "json", named[0], named[1]).json();
    Outcome rules = cli.run("rules", "acme/short", named[0], named[1]);
    JsonNode monitor =
        cli.run(
                "agent",
                "workflow",
                "--template",
                "monitor",
                "--format",
                "json",
                named[0],
                named[1])
            .exitedWith(0)
            .json();

    assertThat(unknown.exitedWith(2).err()).contains("'acme'");
    known.exitedWith(0);
    assertThat(found.get("findings").findValuesAsText("rule")).contains("acme/short");
    assertThat(rules.exitedWith(0).out()).contains("It is short.");
    assertThat(monitor.get("status").textValue()).isEqualTo("succeeded");
    assertThat(monitor.get("findings").intValue()).isEqualTo(found.get("findings").size());
  }

  @Test
  void thatAreGoneAreNamedByARunThatNeedsThem() throws Exception {
    repository.write(".kirolinter.yaml", WAVE).commit("template");
    Path jar = WAVING.writeTo(usual.resolve("wave-1.2.jar"));
    String run = workflow("--queue").exitedWith(0).json().get("runId").textValue();
    Files.delete(jar);

    cli.run("agent", "resume", run)
        .refusedWith(
            2,
            "Cannot run step 'wave': it was a step of plugin 'wave-1.2.jar', which is not there;"
                + " expected every step of the run's plan. Put the plugin back into the folder of"
                + " plugins, or start a new run without the step.");

    WAVING.writeTo(jar);
    assertThat(
            cli.run("agent", "resume", run, "--format", "json")
                .exitedWith(0)
                .json()
                .get("status")
                .textValue())
        .isEqualTo("succeeded");
  }

  @Test
  void ofARepositoryAreNeverLoaded() throws Exception {
    for (String place : new String[] {"plugins", ".kirolinter/plugins"}) {
      WAVING.writeTo(repository.folder().resolve(place).resolve("wave.jar"));
    }
    repository.write(".kirolinter.yaml", WAVE).commit("template");

    assertThat(workflow().exitedWith(2).err()).contains("there is no step 'wave'");

    repository.write(".kirolinter.yaml", "plugins: plugins\n").commit("settings");
    assertThat(cli.run("config", "validate").exitedWith(2).err()).contains("'plugins'");
  }

  @Test
  void haveAFolderThatIsThere() {
    cli.run("doctor", "--plugins", "nowhere")
        .refusedWith(
            2,
            "Cannot read plugin folder 'nowhere': there is no such folder; expected a folder with"
                + " the jars of plugins. Make it, name another one, or leave --plugins out.");
    assertThat(cli.run("doctor", "--plugins", SampleCode.GREETING).exitedWith(2).err())
        .contains("it is a file");
  }

  private Outcome workflow(String... more) {
    String[] command = {"agent", "workflow", "--template", "waving", "--format", "json"};
    String[] all = new String[command.length + more.length];
    System.arraycopy(command, 0, all, 0, command.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return cli.run(all);
  }

  private static CompiledJar channel(String name) {
    return CompiledJar.of(
            """
            package p;

            public class Sender implements io.kirolinter.core.notice.Channel {
              public String name() {
                return "%s";
              }

              public String send(io.kirolinter.core.notice.Message message) {
                return "sent";
              }
            }
            """
                .formatted(name))
        .providing(Channel.class, "p.Sender");
  }

  private static CompiledJar agent(String name, String step) {
    return CompiledJar.of(
            """
            package p;

            import io.kirolinter.core.step.*;
            import java.util.List;

            public class Waver implements Agent, Step {
              public String name() {
                return "%s";
              }

              public List<Step> steps() {
                return List.of(this);
              }

              public StepDescription description() {
                return StepDescription.of("%s", "Waves.");
              }

              public StepResult run(StepContext context) {
                return StepResult.done("waved");
              }
            }
            """
                .formatted(name, step))
        .providing(Agent.class, "p.Waver");
  }
}
