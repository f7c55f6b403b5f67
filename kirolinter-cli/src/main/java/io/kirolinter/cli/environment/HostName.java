package io.kirolinter.cli.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The name of this machine, for people. The network is not asked: where it is set up badly, that
 * takes seconds.
 */
final class HostName {

  private static final List<String> VARIABLES = List.of("HOSTNAME", "COMPUTERNAME");
  private static final List<Path> FILES =
      List.of(Path.of("/proc/sys/kernel/hostname"), Path.of("/etc/hostname"));

  private HostName() {}

  static String of(Map<String, String> variables) {
    return of(variables, FILES);
  }

  static String of(Map<String, String> variables, List<Path> files) {
    Stream<String> set = VARIABLES.stream().map(name -> variables.getOrDefault(name, ""));
    Stream<String> written = files.stream().flatMap(file -> textOf(file).stream());
    return Stream.concat(set, written)
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("localhost");
  }

  private static Optional<String> textOf(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty(); // other systems keep it elsewhere
    }
  }
}
