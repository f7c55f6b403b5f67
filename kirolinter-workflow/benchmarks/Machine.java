import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says on what is measured. */
final class Machine {

  private Machine() {}

  static String description() {
    return "%d cores, %s, %s, Java %s, load %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            first("/proc/cpuinfo", "model name"),
            System.getProperty("os.name") + " " + System.getProperty("os.version"),
            System.getProperty("java.vm.version"),
            load());
  }

  private static String first(String file, String key) {
    try (var lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }

  private static String load() {
    try {
      return Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0];
    } catch (IOException e) {
      return "unknown";
    }
  }
}
