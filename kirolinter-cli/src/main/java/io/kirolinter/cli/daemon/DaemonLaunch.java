package io.kirolinter.cli.daemon;

import io.kirolinter.cli.environment.Environment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How the process of a daemon is started: by the launcher, or where there is none by this java. */
final class DaemonLaunch {

  private static final String MAIN = "io.kirolinter.cli.Main";

  private final Environment environment;
  private final DaemonFiles files;

  DaemonLaunch(Environment environment, DaemonFiles files) {
    this.environment = environment;
    this.files = files;
  }

  /** {@return the program that a person would call} */
  static List<String> program() {
    String launcher = System.getProperty("kirolinter.launcher", "");
    if (!launcher.isEmpty()) {
      return List.of(launcher);
    }
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        MAIN);
  }

  /**
   * Starts the process.
   *
   * @param memory where its jobs are; it may hold a password, so that nobody is to see it in the
   *     list of processes
   * @param options of {@code daemon run}
   */
  Process start(String memory, List<String> options) throws IOException {
    Files.createDirectories(files.folder());
    List<String> command = new ArrayList<>(program());
    command.addAll(List.of("daemon", "run", "--log", files.log().toString()));
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(new LowPriority(path()).detached(command));
    Map<String, String> variables = builder.environment();
    variables.putAll(environment.variables());
    variables.put("KIROLINTER_HOME", String.valueOf(files.folder().getParent()));
    variables.put("KIROLINTER_MEMORY", memory);
    variables.putIfAbsent("MALLOC_ARENA_MAX", "2"); // glibc keeps less for threads that have gone
    return builder
        .directory(environment.folder().toFile())
        .redirectInput(new File("/dev/null"))
        .redirectOutput(files.output().toFile())
        .redirectErrorStream(true)
        .start();
  }

  private List<Path> path() {
    return Arrays.stream(
            environment
                .variables()
                .getOrDefault("PATH", "/usr/bin:/bin")
                .split(File.pathSeparator, -1))
        .filter(name -> !name.isEmpty())
        .map(Path::of)
        .toList();
  }
}
