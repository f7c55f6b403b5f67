package io.kirolinter.core.store.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A process of its own that works on a cache, and the handle by which a test drives it. */
final class CacheProcess implements AutoCloseable {

  /** What the process does. */
  enum Task {
    /**
     * Puts and gets entries that all processes agree on, and tells whether all it got was right.
     */
    SHARES,
    /** Writes more than its files may hold; tells what the cache says of that. */
    FILLS_A_SMALL_DISK
  }

  /** In KiB; the database driver's native library still has to fit. */
  private static final int SMALL_DISK = 8192;

  private final Process process;

  private CacheProcess(Process process) {
    this.process = process;
  }

  static CacheProcess start(Path home, Path temporary, Task task, int number) throws IOException {
    String limit = task == Task.FILLS_A_SMALL_DISK ? "ulimit -f " + SMALL_DISK + "; " : "";
    List<String> command =
        List.of(
            "bash",
            "-c",
            limit + "exec \"$@\"",
            "bash",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.sqlite.tmpdir=" + temporary,
            "-cp",
            System.getProperty("java.class.path"),
            CacheProcess.class.getName(),
            home.toString(),
            task.name(),
            Integer.toString(number));
    return new CacheProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** {@return the entries that all processes agree on} */
  static Map<String, String> entries() {
    Map<String, String> entries = new HashMap<>();
    for (int i = 0; i < 300; i++) {
      entries.put("key-" + i, "value-" + i + "-".repeat(i * 7));
    }
    return entries;
  }

  static List<String> keys() {
    return List.copyOf(entries().keySet());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  /** {@return all lines, up to the end of the process} */
  List<String> rest() throws IOException {
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      return output.lines().toList();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Home, task, number. */
  public static void main(String[] arguments) {
    try (EmbeddedResultCache cache =
        EmbeddedResultCache.in(
            Path.of(arguments[0]),
            CacheLimits.standard(),
            InstantSource.system(),
            System.out::println)) {
      if (Task.valueOf(arguments[1]) == Task.SHARES) {
        System.out.println(shares(cache, Integer.parseInt(arguments[2])));
      } else {
        fill(cache);
      }
    }
  }

  private static String shares(EmbeddedResultCache cache, int number) {
    Map<String, String> all = entries();
    List<String> keys = new ArrayList<>(all.keySet());
    Random random = new Random(number);
    for (int round = 0; round < 300; round++) {
      int from = random.nextInt(keys.size());
      List<String> some = keys.subList(from, Math.min(from + 20, keys.size()));
      Map<String, String> found = cache.get(some);
      if (!all.entrySet().containsAll(found.entrySet())) {
        return "wrong: " + found;
      }
      Map<String, String> missing = new HashMap<>();
      some.stream().filter(key -> !found.containsKey(key)).forEach(k -> missing.put(k, all.get(k)));
      cache.put(missing);
    }
    cache.put(all);
    return "sound";
  }

  private static void fill(EmbeddedResultCache cache) {
    for (int i = 0; i < 40; i++) {
      cache.put(Map.of("key-" + i, "x".repeat(1 << 20)));
    }
    System.out.println("ended");
  }
}
