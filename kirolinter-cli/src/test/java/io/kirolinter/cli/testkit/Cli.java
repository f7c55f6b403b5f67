package io.kirolinter.cli.testkit;

import io.kirolinter.cli.command.CommandLines;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.environment.Environment.Terminal;
import io.kirolinter.cli.environment.Keyboard;
import io.kirolinter.core.testkit.SettableClock;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Runs commands in this process, in surroundings of their own. */
public final class Cli {

  private final Path folder;
  private final Map<String, String> variables = new HashMap<>();
  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");
  private final Random random = new Random(7);

  private Cli(Path folder, Path home) {
    this.folder = folder;
    variables.put("KIROLINTER_HOME", home.toString());
  }

  /**
   * {@return a place to run commands in}
   *
   * @param folder the current folder
   * @param home the data folder
   */
  public static Cli in(Path folder, Path home) {
    return new Cli(folder, home);
  }

  public Cli with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  public SettableClock clock() {
    return clock;
  }

  /** Runs a command with no person in front. */
  public Outcome run(String... args) {
    return run(Terminal.ABSENT, Reader.nullReader(), args);
  }

  /** Runs a command at a terminal, where a person types these lines. */
  public Outcome runAtTerminal(String typed, String... args) {
    return runAtTerminal(new StringReader(typed), args);
  }

  /** Runs a command at a terminal, where a person types what is read here. */
  public Outcome runAtTerminal(Reader typed, String... args) {
    return run(Terminal.PRESENT, typed, args);
  }

  private Outcome run(Terminal terminal, Reader typed, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Environment environment =
        environment(terminal, typed, new PrintWriter(out), new PrintWriter(err));
    int exitCode = CommandLines.execute(environment, args);
    environment.flush();
    return new Outcome(exitCode, out.toString(), err.toString());
  }

  /** {@return the surroundings of a command with no person in front, whose output nobody reads} */
  public Environment environment() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return environment(Terminal.ABSENT, Reader.nullReader(), nowhere, nowhere);
  }

  private Environment environment(
      Terminal terminal, Reader typed, PrintWriter out, PrintWriter err) {
    return new Environment(
        variables,
        folder,
        folder,
        new BufferedReader(typed),
        out,
        err,
        terminal,
        Keyboard.none(),
        terminal,
        "test",
        clock,
        random);
  }
}
