package io.kirolinter.cli.environment;

import java.nio.file.Path;
import java.util.Locale;

/** Where the product keeps its data: {@code KIROLINTER_HOME}, else where the platform wants it. */
public final class DataFolder {

  private DataFolder() {}

  public static Path of(Environment environment) {
    String chosen = environment.variables().getOrDefault("KIROLINTER_HOME", "");
    if (!chosen.isBlank()) {
      return environment.folder().resolve(chosen).toAbsolutePath().normalize();
    }
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      return environment.userHome().resolve("Library/Application Support/kirolinter");
    }
    return system.contains("windows") ? onWindows(environment) : onUnix(environment);
  }

  private static Path onWindows(Environment environment) {
    String local = environment.variables().getOrDefault("LOCALAPPDATA", "");
    Path base = local.isBlank() ? environment.userHome().resolve("AppData/Local") : Path.of(local);
    return base.resolve("kirolinter");
  }

  private static Path onUnix(Environment environment) {
    String data = environment.variables().getOrDefault("XDG_DATA_HOME", "");
    Path base = data.isBlank() ? environment.userHome().resolve(".local/share") : Path.of(data);
    return base.resolve("kirolinter");
  }
}
