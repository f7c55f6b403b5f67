package io.kirolinter.cli.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A command at a real terminal: the pseudo-terminal that {@code script} of util-linux opens. */
public final class PseudoTerminal implements AutoCloseable {

  private final Process terminal;
  private final OutputStream typed;
  private final Reader screen;
  private final StringBuilder shown = new StringBuilder();

  private PseudoTerminal(Process terminal) {
    this.terminal = terminal;
    typed = terminal.getOutputStream();
    screen = terminal.inputReader(UTF_8);
  }

  /** Leaves the test out where there is no such terminal. */
  public static void assumeThere() {
    assumeThat(Path.of("/usr/bin/script")).exists();
    assumeThat(Path.of("/proc/self")).as("script takes other options elsewhere").exists();
  }

  /** Leaves the test out where a signal is ignored, as a shell lets its background jobs. */
  public static void assumeHeard(int signal) throws IOException {
    long bit = 1L << (signal - 1);
    boolean ignored =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
            .anyMatch(mask -> (mask & bit) != 0);
    assumeThat(ignored).isFalse();
  }

  /**
   * Starts a command, and after it tells its exit code and the settings of the terminal.
   *
   * @param home the data folder
   * @param folder the current folder
   */
  public static PseudoTerminal start(Path home, Path folder, int columns, String... arguments)
      throws IOException {
    List<String> command = new CommandProcess(home).builder(arguments).command();
    command.add(1, "-Dkirolinter.terminal=present");
    String quoted = command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    String line =
        "trap : INT; stty cols %d; export USER=ada KIROLINTER_HOME='%s'; %s; echo exit $?; stty -a"
            .formatted(columns, home, quoted);
    return new PseudoTerminal(
        new ProcessBuilder("script", "-q", "-f", "-c", line, "/dev/null")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start());
  }

  /** Waits for a question that is new on the screen, and types. */
  public PseudoTerminal answer(String question, String keys) throws IOException {
    readUntil(question);
    typed.write(keys.getBytes(UTF_8));
    typed.flush();
    return this;
  }

  /** {@return all that was shown, once the command has ended by itself} */
  public String end() throws IOException, InterruptedException {
    readUntil("eof = ");
    readUntil("noflsh");
    assertThat(terminal.waitFor(60, SECONDS)).isTrue();
    return shown.toString();
  }

  /** Closes the terminal while the command runs in it, and waits for what runs there to end. */
  public void hangUp() throws Exception {
    List<ProcessHandle> inside = terminal.descendants().toList();
    terminal.destroyForcibly();
    for (ProcessHandle process : inside) {
      process.onExit().get(60, SECONDS);
    }
  }

  private void readUntil(String wanted) throws IOException {
    int start = shown.length();
    while (shown.indexOf(wanted, start) < 0) {
      int one = screen.read();
      assertThat(one).as("end of the screen after: " + shown).isNotNegative();
      shown.append((char) one);
    }
  }

  @Override
  public void close() throws IOException {
    terminal.destroyForcibly();
    typed.close();
    screen.close();
  }
}
