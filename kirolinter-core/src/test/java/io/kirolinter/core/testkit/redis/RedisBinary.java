package io.kirolinter.core.testkit.redis;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the program of a Redis server is. */
final class RedisBinary {

  static final String VARIABLE = "KIROLINTER_TEST_REDIS";

  static final String VALKEY_VARIABLE = "KIROLINTER_TEST_VALKEY";

  private static final List<String> NAMES = List.of("redis-server", "valkey-server");
  private static final String VERSION = "7.0.15";

  private RedisBinary() {}

  /**
   * {@return the program that the environment names, else one on its path, else the library's}
   *
   * @param unpackInto a folder for the library's program; made if need be
   * @throws IllegalStateException if there is none
   */
  static Path find(Map<String, String> environment, Path unpackInto) {
    return named(environment, VARIABLE)
        .or(() -> onPath(environment, NAMES))
        .or(() -> inLibrary(unpackInto))
        .orElseThrow(() -> new IllegalStateException(missing()));
  }

  /** {@return the first program of one of these names on the path} */
  static Optional<Path> onPath(Map<String, String> environment, List<String> names) {
    String[] folders = environment.getOrDefault("PATH", "").split(File.pathSeparator);
    return names.stream()
        .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  /** {@return the Valkey server that the environment names, else one on its path} */
  static Optional<Path> valkey(Map<String, String> environment) {
    return named(environment, VALKEY_VARIABLE)
        .or(() -> onPath(environment, List.of("valkey-server")));
  }

  private static Optional<Path> named(Map<String, String> environment, String variable) {
    Optional<Path> named = Optional.ofNullable(environment.get(variable)).map(Path::of);
    if (named.filter(file -> !Files.isExecutable(file)).isPresent()) {
      throw new IllegalStateException(variable + " names no program: " + named.get());
    }
    return named;
  }

  private static Optional<Path> inLibrary(Path folder) {
    String name = "redis-server-" + VERSION + "-" + platform();
    try (InputStream program = RedisBinary.class.getResourceAsStream("/" + name)) {
      return program == null ? Optional.empty() : Optional.of(unpack(program, folder, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Several test JVMs may do so at once: the file appears whole or not at all. */
  private static Path unpack(InputStream program, Path folder, String name) throws IOException {
    Path unpacked = folder.resolve(name).toAbsolutePath();
    if (Files.notExists(unpacked)) {
      Path part = Files.createTempFile(Files.createDirectories(folder), name, ".part");
      Files.copy(program, part, StandardCopyOption.REPLACE_EXISTING);
      if (!part.toFile().setExecutable(true)) {
        throw new IOException("cannot make " + part + " executable");
      }
      Files.move(part, unpacked, StandardCopyOption.ATOMIC_MOVE);
    }
    return unpacked;
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch");
    return (system.startsWith("mac") ? "darwin" : system)
        + "-"
        + (machine.equals("aarch64") ? "arm64" : machine.equals("x86_64") ? "amd64" : machine);
  }

  private static String missing() {
    return "No Redis server for "
        + platform()
        + ": set "
        + VARIABLE
        + ", install redis-server or valkey-server, or add org.signal:embedded-redis to the tests.";
  }
}
