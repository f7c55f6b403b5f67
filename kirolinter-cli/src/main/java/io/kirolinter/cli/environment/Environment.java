package io.kirolinter.cli.environment;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * All that a command takes from its surroundings; a test hands in its own.
 *
 * @param variables the environment variables
 * @param folder the current folder
 * @param userHome the home folder of the user
 * @param in answers of a person
 * @param out results, and nothing else
 * @param err progress, prompts and errors
 * @param terminal whether {@code err} is looked at by a person
 * @param keyboard single keys of that person, where they can be had
 * @param screen whether {@code out} is looked at by a person
 * @param owner names this process among all that share a store, for people: its machine and its id
 * @param extensions what is there beside what is built in
 */
public record Environment(
    Map<String, String> variables,
    Path folder,
    Path userHome,
    BufferedReader in,
    PrintWriter out,
    PrintWriter err,
    Terminal terminal,
    Keyboard keyboard,
    Terminal screen,
    String owner,
    InstantSource clock,
    RandomGenerator random,
    Extensions extensions) {

  /** Whether a person sits in front; the launcher tells, as Java cannot on every release. */
  public enum Terminal {
    PRESENT,
    ABSENT
  }

  public Environment {
    variables = Map.copyOf(variables);
  }

  /** Surroundings with the extensions of the class path alone. */
  public Environment(
      Map<String, String> variables,
      Path folder,
      Path userHome,
      BufferedReader in,
      PrintWriter out,
      PrintWriter err,
      Terminal terminal,
      Keyboard keyboard,
      Terminal screen,
      String owner,
      InstantSource clock,
      RandomGenerator random) {
    this(
        variables,
        folder,
        userHome,
        in,
        out,
        err,
        terminal,
        keyboard,
        screen,
        owner,
        clock,
        random,
        Extensions.ofClassPath());
  }

  /**
   * {@return the same surroundings with a folder of plugins; whoever takes it closes its
   * extensions}
   *
   * @param chosen the folder that the user names, if any; asked when plugins are first needed
   */
  public Environment withPlugins(Supplier<Optional<Path>> chosen) {
    Path usual = DataFolder.of(this).resolve("plugins");
    return new Environment(
        variables,
        folder,
        userHome,
        in,
        out,
        err,
        terminal,
        keyboard,
        screen,
        owner,
        clock,
        random,
        Extensions.in(chosen, usual, err::println));
  }

  /** {@return the surroundings of this process} */
  public static Environment ofProcess() {
    return new Environment(
        System.getenv(),
        Path.of("").toAbsolutePath(),
        Path.of(System.getProperty("user.home")),
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        told("kirolinter.terminal"),
        Keyboard.ofProcess(),
        told("kirolinter.screen"),
        HostName.of(System.getenv()) + "/" + ProcessHandle.current().pid(),
        InstantSource.system(),
        RandomGenerator.getDefault());
  }

  /** {@return the same with progress and errors written elsewhere, where no person looks} */
  public Environment tellingTo(PrintWriter other) {
    return new Environment(
        variables,
        folder,
        userHome,
        in,
        out,
        other,
        Terminal.ABSENT,
        keyboard,
        screen,
        owner,
        clock,
        random);
  }

  public void flush() {
    out.flush();
    err.flush();
  }

  private static Terminal told(String property) {
    return System.getProperty(property) == null ? Terminal.ABSENT : Terminal.PRESENT;
  }

  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(new FileOutputStream(stream), false, StandardCharsets.UTF_8);
  }
}
