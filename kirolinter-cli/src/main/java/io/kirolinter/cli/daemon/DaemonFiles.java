package io.kirolinter.cli.daemon;

import io.kirolinter.core.json.Json;
import io.kirolinter.core.source.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a daemon leaves in the data folder.
 *
 * @param folder {@code daemon} below the data folder
 */
public record DaemonFiles(Path folder) {

  /** {@return the files below a data folder} */
  public static DaemonFiles in(Path home) {
    return new DaemonFiles(home.resolve("daemon"));
  }

  /** {@return the file that the system keeps locked for as long as the daemon lives} */
  Path lock() {
    return folder.resolve("lock");
  }

  /** {@return what the daemon has to tell} */
  public Path log() {
    return folder.resolve("daemon.log");
  }

  /** {@return what the JVM has to tell where it cannot go on; usually empty} */
  Path output() {
    return folder.resolve("output");
  }

  private Path description() {
    return folder.resolve("daemon.json");
  }

  /** {@return the daemon that was started last; it may not live any more} */
  Optional<DaemonProcess> lastDaemon() {
    try {
      return Optional.of(Json.read(Files.readString(description()), DaemonProcess.class));
    } catch (IOException e) {
      return Optional.empty(); // there was none yet
    }
  }

  void write(DaemonProcess process) {
    WholeFile.write(description(), Json.write(process));
  }

  void forgetDaemon() {
    try {
      Files.deleteIfExists(description());
    } catch (IOException e) {
      return; // without the lock, it says nothing
    }
  }
}
