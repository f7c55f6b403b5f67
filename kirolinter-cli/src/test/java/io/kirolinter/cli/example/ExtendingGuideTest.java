package io.kirolinter.cli.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kirolinter.cli.testkit.CommandProcess;
import io.kirolinter.core.testkit.CompiledJar;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what docs/extending.md says, with the files that stand in it. */
@DisplayName("The guide to extensions")
class ExtendingGuideTest {

  private static final Path GUIDE = Path.of("../docs/extending.md");

  /** A file name at the start of a paragraph, and the code block after the paragraph. */
  private static final Pattern FILE =
      Pattern.compile(
          "(?ms)^`((?:src/|pom)[^`]+)`[^\\n]*(?:\\n(?!\\n|```)[^\\n]*)*\\n\\n```\\w+\\n(.*?)^```");

  private static final Pattern TEMPLATE = Pattern.compile("(?ms)^```yaml\n(name: .*?)^```");

  @TempDir Path folder;

  @Test
  void bringsAStepAnAnalyzerAndAChannelIntoARun() throws Exception {
    Path plugins = folder.resolve("target");
    jar().writeTo(plugins.resolve("todo-steps-1.0.jar"));
    Path checkout =
        Checkouts.with(
            folder.resolve("shop"), "// later: tidy\n/** @author Ada */\nclass Greeting {}\n");
    Path template = Files.writeString(folder.resolve("todo-report.yaml"), template());
    Path log = folder.resolve("team.log");
    CommandProcess command = new CommandProcess(folder.resolve("home"));

    run(
        command,
        log,
        "agent",
        "templates",
        "add",
        template.toString(),
        "--plugins",
        plugins.toString());
    String out =
        run(
            command,
            log,
            "agent",
            "workflow",
            "--repo",
            checkout.toString(),
            "--template",
            "todo_report",
            "--plugins",
            plugins.toString(),
            "--format",
            "json");

    JsonNode run = new ObjectMapper().readTree(out);
    assertThat(run.path("status").asText()).isEqualTo("succeeded");
    assertThat(run.at("/steps/1/name").asText()).isEqualTo("count-promises");
    assertThat(run.at("/steps/1/summary").asText()).isEqualTo("1 promises found");
    assertThat(run.at("/findings").asInt()).isEqualTo(1);
    assertThat(log)
        .content()
        .startsWith(run.path("runId").asText())
        .contains("todo_report of ")
        .hasLineCount(1);
  }

  @Test
  void hasATestThatPassesWithNothingButCoreAndJUnit() throws Exception {
    Map<String, String> files = files();
    Path tests =
        CompiledJar.against(
                List.of(
                    Test.class,
                    Assertions.class,
                    Class.forName("org.opentest4j.AssertionFailedError")),
                Stream.of(
                        "main/java/com/acme/todo/TodoCount",
                        "main/java/com/acme/todo/TodoAgent",
                        "test/java/com/acme/todo/CountTodosTest")
                    .map(file -> files.get("src/" + file + ".java"))
                    .toArray(String[]::new))
            .writeTo(folder.resolve("tests.jar"));

    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {tests.toUri().toURL()}, getClass().getClassLoader())) {
      Class<?> type = loader.loadClass("com.acme.todo.CountTodosTest");
      var constructor = type.getDeclaredConstructor();
      Method test = type.getDeclaredMethod("countsThePromisesOfAllFiles", Path.class);
      constructor.setAccessible(true);
      test.setAccessible(true);
      test.invoke(constructor.newInstance(), Files.createDirectory(folder.resolve("empty")));
    }
  }

  @Test
  void namesCoreInTheVersionThatItStandsBeside() throws Exception {
    String pom = files().get("pom.xml");

    var factory = DocumentBuilderFactory.newInstance();
    try (var in = new java.io.ByteArrayInputStream(pom.getBytes(StandardCharsets.UTF_8))) {
      factory.newDocumentBuilder().parse(in);
    }
    String version = firstGroup(Files.readString(Path.of("pom.xml")), "<version>(.*?)</version>");
    assertThat(pom)
        .contains(
            "<artifactId>kirolinter-core</artifactId>\n      <version>%s<".formatted(version));
  }

  private static String run(CommandProcess command, Path log, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = command.builder(arguments);
    builder.environment().put("TEAM_LOG", log.toString());
    builder.redirectError(log.resolveSibling("err.txt").toFile());
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(() -> out + read(log.resolveSibling("err.txt"))).isZero();
    return out;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static CompiledJar jar() throws IOException {
    Map<String, String> files = files();
    CompiledJar jar =
        CompiledJar.of(
            files.entrySet().stream()
                .filter(file -> file.getKey().startsWith("src/main/java/"))
                .map(Map.Entry::getValue)
                .toArray(String[]::new));
    files.forEach(
        (path, content) -> {
          if (path.startsWith("src/main/resources/")) {
            jar.with(path.substring("src/main/resources/".length()), content);
          }
        });
    return jar;
  }

  private static Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    Matcher matcher = FILE.matcher(Files.readString(GUIDE));
    while (matcher.find()) {
      files.put(matcher.group(1), matcher.group(2));
    }
    assertThat(files).hasSize(9);
    return files;
  }

  private static String template() throws IOException {
    return firstGroup(Files.readString(GUIDE), TEMPLATE.pattern());
  }

  private static String firstGroup(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
