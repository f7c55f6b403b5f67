package io.kirolinter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.CommandProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions at a real terminal: the pseudo-terminal that {@code script} of util-linux opens. */
class TerminalTest {

  private static final String A = "src/main/java/a/A.java";
  private static final String BEFORE =
      "package a;\n\nimport java.util.List;\n\nclass A {\n  long x = 1l;\n}\n";
  private static final String QUESTION = "[?] explain: ";

  @TempDir Path temp;
  private TestRepository repository;

  @BeforeEach
  void makeRepository() {
    assumeThat(Path.of("/usr/bin/script")).exists();
    assumeThat(Path.of("/proc/self")).as("script takes other options elsewhere").exists();
    repository = TestRepository.init(temp.resolve("repository")).write(A, BEFORE);
    repository.commit("first");
  }

  @Test
  void takesSingleKeysAndLeavesTheTerminalAsItWas() throws Exception {
    String shown = at("ny");

    assertThat(shown).contains("Fixed 1 finding in 1 file:").contains("exit 0");
    assertThat(shown).contains("(1 of 2) " + A, "(2 of 2) " + A);
    assertLeftAsItWas(shown);
    assertThat(repository.folder().resolve(A)).hasContent(BEFORE.replace("1l", "1L"));
  }

  @Test
  void endsTheQuestionsAtTheEndOfTheInput() throws Exception {
    String shown = at("y\u0004");

    assertThat(shown).contains("Fixed 1 finding in 1 file:");
    assertThat(repository.folder().resolve(A))
        .hasContent(BEFORE.replace("import java.util.List;\n", ""));
  }

  @Test
  void anInterruptChangesNothingAndLeavesTheTerminalAsItWas() throws Exception {
    assumeThat(isInterruptIgnored()).isFalse();

    String shown = at("y\u0003");

    assertThat(shown).contains("exit 130").doesNotContain("Fixed");
    assertLeftAsItWas(shown);
    assertThat(repository.folder().resolve(A)).hasContent(BEFORE);
  }

  private static void assertLeftAsItWas(String shown) {
    String settings = shown.substring(shown.lastIndexOf("exit "));
    assertThat(settings).contains(" icanon", " echo ").doesNotContain("-icanon", "-echo ");
  }

  /** {@return all that is shown while a person answers each question by one key} */
  private String at(String keys) throws Exception {
    Process terminal =
        new ProcessBuilder("script", "-q", "-f", "-c", command(), "/dev/null")
            .directory(repository.folder().toFile())
            .redirectErrorStream(true)
            .start();
    StringBuilder shown = new StringBuilder();
    try (OutputStream typed = terminal.getOutputStream();
        Reader screen = terminal.inputReader(UTF_8)) {
      for (char key : keys.toCharArray()) {
        readUntil(QUESTION, screen, shown);
        typed.write(key);
        typed.flush();
      }
      readUntil("eof = ", screen, shown);
      readUntil("noflsh", screen, shown);
    }
    assertThat(terminal.waitFor(60, SECONDS)).isTrue();
    return shown.toString();
  }

  private String command() {
    List<String> command =
        new CommandProcess(temp.resolve("home")).builder("fix", "--interactive").command();
    command.add(1, "-Dkirolinter.terminal=present");
    String quoted = command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    return "trap : INT; export KIROLINTER_HOME='%s'; %s; echo exit $?; stty -a"
        .formatted(temp.resolve("home"), quoted);
  }

  private static void readUntil(String wanted, Reader screen, StringBuilder shown)
      throws IOException {
    int start = shown.length();
    while (shown.indexOf(wanted, start) < 0) {
      int one = screen.read();
      assertThat(one).as("end of the screen after: " + shown).isNotNegative();
      shown.append((char) one);
    }
  }

  /** A shell starts its background jobs so, and their children have it from them. */
  private static boolean isInterruptIgnored() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
        .anyMatch(mask -> (mask & 0b10) != 0);
  }
}
