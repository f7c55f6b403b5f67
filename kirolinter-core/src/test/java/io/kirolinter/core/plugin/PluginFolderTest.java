package io.kirolinter.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.notice.Channel;
import io.kirolinter.core.notice.Message;
import io.kirolinter.core.step.Agent;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepPreview;
import io.kirolinter.core.step.StepResult;
import io.kirolinter.core.testkit.CompiledJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A plugin folder")
class PluginFolderTest {

  /** What is there without plugins. */
  private static final TakenNames TAKEN =
      TakenNames.of(List.of(new Reviewer()), List.of("java", "sarif"), List.of("console"));

  private static final Message MESSAGE = new Message("m-1", "title", "body");

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temp.resolve("plugins"));
  }

  @Test
  void loadsAgentsAnalyzersAndChannelsOfItsJars() throws Exception {
    channel("mine", "return message.title();").writeTo(folder.resolve("b.jar"));
    agent("counter", "count", "").writeTo(folder.resolve("a.jar"));
    analyzer("acme", "acme/no-names", "return new AnalysisReport(java.util.List.of());")
        .writeTo(folder.resolve("C.JAR"));
    Files.writeString(folder.resolve("README.md"), "no plugin");

    try (Plugins plugins = load()) {
      assertThat(plugins.problems()).isEmpty();
      assertThat(plugins.all()).extracting(Plugin::name).containsExactly("C.JAR", "a.jar", "b.jar");
      assertThat(plugins.agents()).extracting(Agent::name).containsExactly("counter");
      assertThat(plugins.agents().get(0).plugin()).contains("a.jar");
      assertThat(plugins.analyzers()).extracting(Analyzer::name).containsExactly("acme");
      assertThat(plugins.channels().get(0).send(MESSAGE)).isEqualTo("title");
    }
  }

  @Test
  void isEmptyWhereThereAreNoJars() {
    try (Plugins plugins = load()) {
      assertThat(plugins.all()).isEmpty();
      assertThat(plugins.problems()).isEmpty();
      assertThat(Plugins.none().agents()).isEmpty();
    }
  }

  @Test
  void isRefusedWhereItIsNot() {
    Path nowhere = temp.resolve("nowhere");

    assertThatThrownBy(() -> PluginFolder.at(nowhere).load(TAKEN))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage(
            "Cannot read plugin folder '%s': there is no such folder; expected a folder that can be read. Make it, or name another one."
                .formatted(nowhere));
  }

  @Nested
  @DisplayName("shows a plugin")
  class Sight {

    /** Answers how it sees the class of a name. */
    private static final CompiledJar LOOKING =
        channel(
            "mine",
            """
            try {
              return Class.forName(message.title()).toString();
            } catch (ClassNotFoundException e) {
              return "not seen";
            }
            """);

    @ParameterizedTest
    @ValueSource(
        strings = {
          "io.kirolinter.core.step.Step",
          "com.fasterxml.jackson.annotation.JsonProperty",
          "java.sql.Driver",
          "java.net.http.HttpClient",
          "com.sun.source.tree.Tree"
        })
    void coreAndTheJdk(String name) throws Exception {
      assertThat(seen(name)).isEqualTo(Class.forName(name).toString());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "com.google.common.base.Joiner",
          "com.fasterxml.jackson.databind.ObjectMapper",
          "org.sqlite.JDBC",
          "org.redisson.Redisson",
          "org.junit.jupiter.api.Test"
        })
    void noneOfOurLibraries(String name) throws Exception {
      assertThat(seen(name)).isEqualTo("not seen");
    }

    private String seen(String name) throws IOException {
      LOOKING.writeTo(folder.resolve("a.jar"));
      try (Plugins plugins = load()) {
        return plugins.channels().get(0).send(new Message("m-1", name, ""));
      }
    }

    @Test
    void noProvidersOfOurClassPath() throws Exception {
      String code =
          "return \"\" + java.util.ServiceLoader.load(java.sql.Driver.class).stream().count();";

      assertThat(said(code)).isEqualTo("0");
    }

    @Test
    void itsOwnFilesAlsoByTheClassLoaderOfTheThread() throws Exception {
      String code =
          """
          var loader = Thread.currentThread().getContextClassLoader();
          return (loader == getClass().getClassLoader()) + " " + (loader.getResource("own.txt") != null)
              + " " + (loader.getResource("META-INF/services/java.sql.Driver") != null);
          """;
      ClassLoader before = Thread.currentThread().getContextClassLoader();

      assertThat(said(channel("mine", code).with("own.txt", "mine"))).isEqualTo("true true false");
      assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void aLibraryInTheVersionThatItBringsAlong() throws Exception {
      CompiledJar jar =
          CompiledJar.of(
              "package com.google.common.base; public class Joiner { public static String own() { return \"own\"; } }",
              channelSource("mine", "return com.google.common.base.Joiner.own();"));

      assertThat(said(jar.providing(Channel.class, "p.Provided"))).isEqualTo("own");
    }

    private String said(String code) throws IOException {
      return said(channel("mine", code));
    }

    private String said(CompiledJar jar) throws IOException {
      jar.writeTo(folder.resolve("a.jar"));
      try (Plugins plugins = load()) {
        return plugins.channels().get(0).send(MESSAGE);
      }
    }
  }

  @Nested
  @DisplayName("leaves out a broken plugin, says why, and goes on:")
  class Broken {

    @Test
    void aFileThatIsNoJar() throws Exception {
      Files.writeString(folder.resolve("bad.jar"), "no jar");

      assertThat(reason()).startsWith("it is no jar that can be read: ");
    }

    @Test
    void aFolderOfThatName() throws Exception {
      Files.createDirectory(folder.resolve("bad.jar"));

      assertThat(reason()).isEqualTo("it is no file");
    }

    @Test
    void aLinkOutOfTheFolder() throws Exception {
      Path outside = agent("counter", "count", "").writeTo(temp.resolve("outside.jar"));
      Files.createSymbolicLink(folder.resolve("bad.jar"), outside);

      assertThat(reason()).isEqualTo("it is a link out of the folder");
    }

    @Test
    void aLinkToNothing() throws Exception {
      Files.createSymbolicLink(folder.resolve("bad.jar"), temp.resolve("gone.jar"));

      assertThat(reason()).startsWith("it cannot be read: ");
    }

    @Test
    void aJarThatEverybodyMayWriteTo() throws Exception {
      Path jar = agent("counter", "count", "").writeTo(folder.resolve("bad.jar"));
      Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-rw-rw-"));

      assertThat(reason()).isEqualTo("everybody on this machine may write to it or its folder");
    }

    @Test
    void aJarWithoutProviders() throws Exception {
      CompiledJar.of("package p; class Nothing {}").writeTo(folder.resolve("bad.jar"));

      assertThat(reason())
          .isEqualTo("it offers no agent, analyzer or channel: META-INF/services names none");
    }

    @Test
    void aProviderThatIsNotThere() throws Exception {
      assertThat(reasonOf(agent("counter", "count", "").providing(Agent.class, "p.Gone")))
          .isEqualTo("Provider p.Gone not found");
    }

    @Test
    void aProviderOfSomethingElse() throws Exception {
      assertThat(reasonOf(agent("counter", "count", "").providing(Channel.class, "p.Provided")))
          .isEqualTo("p.Provided not a subtype");
    }

    @Test
    void aMissingClass() throws Exception {
      CompiledJar jar =
          CompiledJar.of(
              "package q; public class Library { public static String text() { return \"\"; } }",
              agentSource("counter", "count", "q.Library.text();"));

      assertThat(reasonOf(jar.without("q/Library.class").providing(Agent.class, "p.Provided")))
          .isEqualTo(
              "Provider p.Provided could not be instantiated: class 'q.Library' is neither in it, nor in kirolinter-core or the JDK");
    }

    @Test
    void aConstructorThatThrows() throws Exception {
      assertThat(reasonOf(agent("counter", "count", "throwing();")))
          .isEqualTo(
              "Provider p.Provided could not be instantiated: java.lang.IllegalStateException: no licence");
    }

    @Test
    void classesOfANewerJava() throws Exception {
      CompiledJar newer =
          agent("counter", "count", "")
              .changing(
                  "p/Provided.class",
                  bytes -> {
                    bytes[7] = 99;
                    return bytes;
                  });

      assertThat(reasonOf(newer))
          .isEqualTo("it is compiled for Java 55, and this is Java " + Runtime.version().feature());
    }

    @Test
    void aMethodThatThisReleaseDoesNotHave() {
      assertThat(Trouble.reasonOf(new NoSuchMethodError("of")))
          .isEqualTo(
              "it does not fit this release of kirolinter-core (java.lang.NoSuchMethodError: of)");
    }

    @Test
    void aNameThatIsNone() throws Exception {
      assertThat(reasonOf(agent("The Counter", "count", "")))
          .isEqualTo("agent 'The Counter' is not in kebab-case");
      assertThat(reasonOf(agent("counter", "Count It", "")))
          .isEqualTo(
              "java.lang.IllegalArgumentException: step name must be kebab-case, was 'Count It'");
    }

    @Test
    void theNameOfABuiltInAgentStepAnalyzerOrChannel() throws Exception {
      assertThat(reasonOf(agent("reviewer", "count", "")))
          .isEqualTo("agent 'reviewer' is the name of what is built in already");
      assertThat(reasonOf(agent("counter", "analyze", "")))
          .isEqualTo("step 'analyze' is the name of what is built in already");
      assertThat(reasonOf(analyzer("java", "java/mine", "return null;")))
          .isEqualTo("analyzer 'java' is the name of what is built in already");
      assertThat(reasonOf(channel("console", "return null;")))
          .isEqualTo("channel 'console' is the name of what is built in already");
    }

    @Test
    void aRuleWithoutTheNameOfItsAnalyzer() throws Exception {
      assertThat(reasonOf(analyzer("acme", "unused-import", "return null;")))
          .isEqualTo("rule 'unused-import' of analyzer 'acme' does not begin with 'acme/'");
    }

    @Test
    void anArtifactTypeThatIsOneOfOurs() throws Exception {
      String source =
          agentSource("counter", "count", "")
              .replace("/**/", ".producing(ArtifactType.of(\"review\", Own.class))");

      assertThat(reasonOf(CompiledJar.of(source).providing(Agent.class, "p.Provided")))
          .isEqualTo(
              "artifact type 'review' of step 'count' is that of io.kirolinter.core.artifact.Review");
    }

    @Test
    void aNameThatIsThereTwice() throws Exception {
      String source =
          agentSource("counter", "count", "").replace("List.of(this)", "List.of(this, this)");

      assertThat(reasonOf(CompiledJar.of(source).providing(Agent.class, "p.Provided")))
          .isEqualTo("step 'count' is there twice");
    }

    @Test
    void theSecondOfTwoThatUseOneName() throws Exception {
      agent("counter", "count", "").writeTo(folder.resolve("bad.jar"));
      agent("tally", "count", "").writeTo(folder.resolve("again.jar"));

      assertThat(reason()).isEqualTo("step 'count' is the name of plugin 'again.jar' already");
    }

    private String reasonOf(CompiledJar jar) throws IOException {
      jar.writeTo(folder.resolve("bad.jar"));
      return reason();
    }

    private String reason() throws IOException {
      channel("good", "return \"sent\";").writeTo(folder.resolve("good.jar"));
      try (Plugins plugins = load()) {
        assertThat(plugins.channels()).extracting(Channel::name).containsExactly("good");
        assertThat(plugins.problems()).extracting(PluginProblem::plugin).containsExactly("bad.jar");
        PluginProblem problem = plugins.problems().get(0);
        assertThat(problem.text())
            .isEqualTo(
                "Cannot load plugin 'bad.jar': %s. It is left out; mend or remove the file."
                    .formatted(problem.reason()));
        return problem.reason();
      }
    }
  }

  @Nested
  @DisplayName("names the plugin whose code fails:")
  class Failing {

    @Test
    void aChannel() throws Exception {
      channel("mine", "throw new IllegalStateException(\"no line\");")
          .writeTo(folder.resolve("a.jar"));

      try (Plugins plugins = load()) {
        assertThatThrownBy(() -> plugins.channels().get(0).send(MESSAGE))
            .isInstanceOf(WorkFailedException.class)
            .hasMessage(
                "Cannot run channel 'mine': plugin 'a.jar' failed: java.lang.IllegalStateException: no line. Tell its author, or remove the plugin.");
      }
    }

    @Test
    void butNotWhereItThrowsWhatTheContractNames() throws Exception {
      channel(
              "mine",
              "throw new io.kirolinter.core.error.StoreException(io.kirolinter.core.error.ErrorMessage.cannot(\"a\", \"b\", \"c\"));")
          .writeTo(folder.resolve("a.jar"));

      try (Plugins plugins = load()) {
        assertThatThrownBy(() -> plugins.channels().get(0).send(MESSAGE))
            .isInstanceOf(StoreException.class)
            .hasMessageStartingWith("Cannot a b 'c'");
      }
    }

    @Test
    void anAnalyzerThatReportsTheRuleOfAnother() throws Exception {
      analyzer(
              "acme",
              "acme/no-names",
              """
              var path = io.kirolinter.core.source.SourcePath.of("A.java");
              var finding = new io.kirolinter.core.finding.Finding(
                  io.kirolinter.core.finding.RuleId.of("unused-import"),
                  io.kirolinter.core.finding.Category.CODE_SMELL,
                  io.kirolinter.core.finding.Severity.LOW,
                  path,
                  new io.kirolinter.core.source.SourceRange(1, 1, 1, 2),
                  "mine",
                  new io.kirolinter.core.finding.Fingerprint("0123456789abcdef"),
                  java.util.Optional.empty());
              return new AnalysisReport(List.of(
                  new io.kirolinter.core.analysis.FileReport(path, 1, List.of(finding), List.of())));
              """)
          .writeTo(folder.resolve("a.jar"));

      try (Plugins plugins = load()) {
        assertThatThrownBy(() -> plugins.analyzers().get(0).analyze(null))
            .isInstanceOf(WorkFailedException.class)
            .hasMessageContaining(
                "plugin 'a.jar' failed: java.lang.IllegalStateException: it reports rule 'unused-import', which is none of its own");
      }
    }

    @Test
    void aStepThatMissesAClass() throws Exception {
      String source =
          agentSource("counter", "count", "")
              .replace("return StepResult.done(\"counted\");", "return q.Library.result();");
      CompiledJar.of(
              "package q; public class Library { public static io.kirolinter.core.step.StepResult result() { return null; } }",
              source)
          .without("q/Library.class")
          .providing(Agent.class, "p.Provided")
          .writeTo(folder.resolve("a.jar"));

      try (Plugins plugins = load()) {
        assertThatThrownBy(() -> onlyStep(plugins).run(null))
            .isInstanceOf(WorkFailedException.class)
            .hasMessage(
                "Cannot run step 'count': plugin 'a.jar' failed: class 'q.Library' is neither in it, nor in kirolinter-core or the JDK. Tell its author, or remove the plugin.");
      }
    }

    @Test
    void butPassesAnInterruptOn() throws Exception {
      String source =
          agentSource("counter", "count", "")
              .replace("return StepResult.done(\"counted\");", "throw new InterruptedException();");
      CompiledJar.of(source).providing(Agent.class, "p.Provided").writeTo(folder.resolve("a.jar"));

      try (Plugins plugins = load()) {
        assertThatThrownBy(() -> onlyStep(plugins).run(null))
            .isInstanceOf(InterruptedException.class);
        onlyStep(plugins).undo(null);
      }
    }
  }

  @Test
  void keepsResultsOfAnAnalyzerOnlyForTheSameJar() throws Exception {
    CompiledJar jar = analyzer("acme", "acme/no-names", "return null;");
    jar.writeTo(folder.resolve("a.jar"));
    String before;
    try (Plugins plugins = load()) {
      before = plugins.analyzers().get(0).version().orElseThrow();
    }
    jar.with("changed.txt", "more").writeTo(folder.resolve("a.jar"));

    try (Plugins plugins = load()) {
      assertThat(before).startsWith("acme/1/");
      assertThat(plugins.analyzers().get(0).version().orElseThrow())
          .startsWith("acme/1/")
          .isNotEqualTo(before);
    }
  }

  @Test
  void runsAStepAsItWasDescribed() throws Exception {
    agent("counter", "count", "").writeTo(folder.resolve("a.jar"));

    try (Plugins plugins = load()) {
      assertThat(onlyStep(plugins).description()).isEqualTo(StepDescription.of("count", "Counts."));
      assertThat(onlyStep(plugins).preview(null)).isEqualTo(StepPreview.none());
      assertThat(onlyStep(plugins).run(null)).isEqualTo(StepResult.done("counted"));
      assertThat(plugins.all().get(0)).hasToString("plugin a.jar");
    }
  }

  private static Step onlyStep(Plugins plugins) {
    return plugins.agents().get(0).steps().get(0);
  }

  private Plugins load() {
    return PluginFolder.at(folder).load(TAKEN);
  }

  private static CompiledJar agent(String name, String step, String inConstructor) {
    return CompiledJar.of(agentSource(name, step, inConstructor))
        .providing(Agent.class, "p.Provided");
  }

  private static String agentSource(String name, String step, String inConstructor) {
    return """
    package p;

    import io.kirolinter.core.artifact.*;
    import io.kirolinter.core.step.*;
    import java.util.List;

    public class Provided implements Agent, Step {
      public record Own(int count) implements Artifact {}

      public Provided() {
        %s
      }

      private static void throwing() {
        throw new IllegalStateException("no licence");
      }

      public String name() {
        return "%s";
      }

      public List<Step> steps() {
        return List.of(this);
      }

      public StepDescription description() {
        return StepDescription.of("%s", "Counts.")/**/;
      }

      public StepResult run(StepContext context) throws InterruptedException {
        return StepResult.done("counted");
      }
    }
    """
        .formatted(inConstructor, name, step);
  }

  private static CompiledJar channel(String name, String code) {
    return CompiledJar.of(channelSource(name, code)).providing(Channel.class, "p.Provided");
  }

  private static String channelSource(String name, String code) {
    return """
    package p;

    import io.kirolinter.core.notice.*;

    public class Provided implements Channel {
      public String name() {
        return "%s";
      }

      public String send(Message message) {
        %s
      }
    }
    """
        .formatted(name, code);
  }

  private static CompiledJar analyzer(String name, String rule, String code) {
    return CompiledJar.of(
            """
            package p;

            import io.kirolinter.core.analysis.*;
            import io.kirolinter.core.finding.*;
            import java.util.List;
            import java.util.Optional;

            public class Provided implements Analyzer {
              public String name() {
                return "%s";
              }

              public Optional<String> version() {
                return Optional.of("1");
              }

              public List<Rule> rules() {
                return List.of(new Rule(RuleId.of("%s"), "No names", "It has a name.",
                    Category.CODE_SMELL, Severity.LOW, FixLevel.SUGGESTION, List.of()));
              }

              public AnalysisReport analyze(AnalysisRequest request) {
                %s
              }
            }
            """
                .formatted(name, rule, code))
        .providing(Analyzer.class, "p.Provided");
  }

  /** Stands for what is built in. */
  private static final class Reviewer implements Agent {

    @Override
    public String name() {
      return "reviewer";
    }

    @Override
    public List<Step> steps() {
      return List.of(
          new Step() {
            @Override
            public StepDescription description() {
              return StepDescription.of("analyze", "Looks.").producing(ArtifactType.REVIEW);
            }

            @Override
            public StepResult run(StepContext context) {
              return StepResult.nothingToDo("nothing");
            }
          });
    }
  }
}
