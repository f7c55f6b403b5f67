package io.kirolinter.agents.git;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.memory.Redaction;
import io.kirolinter.core.progress.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The git binary in one folder. It never asks, never pages, takes no lock it can do without, and
 * runs no hook (unless it is told to) and no program that a repository's own configuration names
 * for listing files. Immutable; safe for use by many threads.
 */
final class Git {

  /** How a call ended. */
  record Outcome(int exit, String output, String errors) {

    boolean ok() {
      return exit == 0;
    }
  }

  private static final String NO_HOOKS = "core.hooksPath=/dev/null";

  private static final List<String> ALWAYS =
      List.of(
          "--no-pager",
          "-c",
          "core.quotepath=off",
          "-c",
          NO_HOOKS,
          "-c",
          "core.fsmonitor=false",
          "-c",
          "color.ui=false",
          "-c",
          "log.showSignature=false",
          "-c",
          "log.showRoot=true");

  /** Set inside hooks and aliases, where they would turn every call to another repository. */
  private static final List<String> REPOSITORY_VARIABLES =
      List.of(
          "GIT_DIR",
          "GIT_WORK_TREE",
          "GIT_COMMON_DIR",
          "GIT_INDEX_FILE",
          "GIT_OBJECT_DIRECTORY",
          "GIT_ALTERNATE_OBJECT_DIRECTORIES",
          "GIT_NAMESPACE",
          "GIT_PREFIX",
          "GIT_LITERAL_PATHSPECS",
          "GIT_GLOB_PATHSPECS",
          "GIT_NOGLOB_PATHSPECS",
          "GIT_ICASE_PATHSPECS",
          "GIT_EXTERNAL_DIFF");

  private static final Duration LIMIT = Duration.ofMinutes(10);

  /**
   * How git is called.
   *
   * @param settings options before the command
   * @param variables changes the environment that git inherits
   */
  private record Manner(
      String program,
      Duration limit,
      Cancellation cancellation,
      List<String> settings,
      Consumer<Map<String, String>> variables) {}

  private final Path folder;
  private final Manner manner;

  private Git(Path folder, Manner manner) {
    this.folder = folder;
    this.manner = manner;
  }

  /** {@return git for the repository that {@code folder} is in; a call may take ten minutes} */
  static Git in(Path folder) {
    return new Git(folder, new Manner("git", LIMIT, Cancellation.create(), ALWAYS, Git::fix));
  }

  Git within(Duration longest) {
    return new Git(
        folder,
        new Manner(
            manner.program, longest, manner.cancellation, manner.settings, manner.variables));
  }

  Git stoppedBy(Cancellation request) {
    return new Git(
        folder,
        new Manner(manner.program, manner.limit, request, manner.settings, manner.variables));
  }

  Git calling(String otherProgram) {
    return new Git(
        folder,
        new Manner(
            otherProgram, manner.limit, manner.cancellation, manner.settings, manner.variables));
  }

  /** {@return the same git, whose environment is changed further; no other user sees that} */
  Git with(Consumer<Map<String, String>> variables) {
    return new Git(
        folder,
        new Manner(
            manner.program,
            manner.limit,
            manner.cancellation,
            manner.settings,
            manner.variables.andThen(variables)));
  }

  /** {@return the same git, which runs the hooks of the repository} */
  Git runningHooks() {
    List<String> settings = new ArrayList<>(manner.settings);
    int hooks = settings.indexOf(NO_HOOKS);
    settings.subList(hooks - 1, hooks + 1).clear();
    return new Git(
        folder,
        new Manner(manner.program, manner.limit, manner.cancellation, settings, manner.variables));
  }

  /** Runs git and tells how it ended, whatever its exit code. */
  Outcome attempt(String... arguments) {
    List<String> command = List.of(arguments);
    var ended = run(command, stdin -> {}, Git::text);
    return new Outcome(ended.exit(), output(command, ended), ended.errors());
  }

  /** {@return the output of a call that must succeed, without the line break at its end} */
  String line(String... arguments) {
    return new String(bytes(arguments), StandardCharsets.UTF_8).stripTrailing();
  }

  /** {@return the output of a call that must succeed} */
  byte[] bytes(String... arguments) {
    return reading(InputStream::readAllBytes, arguments);
  }

  /** Reads the output of a call that must succeed, while it is being written. */
  <T> T reading(ProcessRun.Reader<T> reader, String... arguments) {
    return readingFed(stdin -> {}, reader, arguments);
  }

  /** Gives input to a call that must succeed, and reads its output meanwhile. */
  <T> T readingFed(ProcessRun.Feed feed, ProcessRun.Reader<T> reader, String... arguments) {
    List<String> command = List.of(arguments);
    var ended = run(command, feed, reader);
    if (ended.exit() != 0 && !ended.errors().isEmpty()) {
      throw failed(command, ended.errors());
    }
    T result = output(command, ended); // git dies without a word when the reader gives up
    if (ended.exit() != 0) {
      throw failed(command, ended.errors());
    }
    return result;
  }

  /** Gives input to a call and tells how it ended. */
  Outcome feeding(ProcessRun.Feed feed, String... arguments) {
    List<String> command = List.of(arguments);
    var ended = run(command, feed, Git::text);
    return new Outcome(ended.exit(), output(command, ended), ended.errors());
  }

  /** Starts a call that goes on until its input is closed; its errors are thrown away. */
  Process start(String... arguments) {
    List<String> command = List.of(arguments);
    try {
      return builder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      throw notStarted(command, e);
    }
  }

  /** {@return the error of a call, with what git said} */
  WorkFailedException failed(List<String> command, String errors) {
    return new WorkFailedException(
        ErrorMessage.cannot("run", "git command", shown(command))
            .found(errors.isEmpty() ? "it failed without a message" : oneLine(errors))
            .expected("git to succeed in " + folder)
            .remedy(remedyFor(errors)));
  }

  private <T> ProcessRun.Ended<T> run(
      List<String> command, ProcessRun.Feed feed, ProcessRun.Reader<T> reader) {
    try {
      return ProcessRun.run(builder(command), feed, reader, manner.limit, manner.cancellation);
    } catch (IOException e) {
      throw notStarted(command, e);
    } catch (TimeoutException e) {
      throw new WorkFailedException(
          ErrorMessage.cannot("run", "git command", shown(command))
              .found("it had not ended after " + manner.limit.toSeconds() + " s and was stopped")
              .remedy("Run it by hand in " + folder + " to see what it waits for."),
          e);
    }
  }

  private <T> T output(List<String> command, ProcessRun.Ended<T> ended) {
    try {
      return ended.result();
    } catch (UncheckedIOException e) {
      throw new WorkFailedException(
          ErrorMessage.cannot("read", "output of git command", shown(command))
              .found(String.valueOf(e.getMessage()))
              .remedy("Try again."),
          e);
    }
  }

  private ProcessBuilder builder(List<String> command) {
    List<String> line = new ArrayList<>();
    line.add(manner.program);
    line.addAll(manner.settings);
    line.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    manner.variables.accept(builder.environment());
    return builder;
  }

  /** Changes of the inherited environment what would change the meaning of a call. */
  static void fix(Map<String, String> environment) {
    REPOSITORY_VARIABLES.forEach(environment::remove);
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("GIT_OPTIONAL_LOCKS", "0");
    environment.put("LC_ALL", "C");
  }

  private WorkFailedException notStarted(List<String> command, IOException e) {
    return new WorkFailedException(
        ErrorMessage.cannot("run", "git command", shown(command))
            .found(String.valueOf(e.getMessage()))
            .expected("git 2.30 or newer on the PATH, and the folder " + folder)
            .remedy("Install git, or put it on the PATH."),
        e);
  }

  private static String shown(List<String> command) {
    return oneLine("git " + String.join(" ", command));
  }

  private static String oneLine(String text) {
    return Redaction.of(text).strip().replaceAll("\\s*\\R\\s*", "; ").replace('\0', ' ');
  }

  private static String remedyFor(String errors) {
    if (errors.contains(".lock'")) {
      return "Another git process holds the lock; wait for it, or delete the lock file if no git"
          + " process is running, then try again.";
    }
    return errors.contains("dubious ownership")
        ? "Give the folder to the user who runs this, or add it to git's safe.directory."
        : "Correct what git says, then try again.";
  }

  private static String text(InputStream stdout) throws IOException {
    return new String(stdout.readAllBytes(), StandardCharsets.UTF_8);
  }
}
