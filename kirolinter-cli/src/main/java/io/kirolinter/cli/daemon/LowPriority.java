package io.kirolinter.cli.daemon;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a process so that it outlives the shell, and gives way to all others. */
final class LowPriority {

  private final List<Path> folders;

  /**
   * Looks for programs in these folders.
   *
   * @param folders those of {@code PATH}
   */
  LowPriority(List<Path> folders) {
    this.folders = folders;
  }

  /**
   * {@return the command, in a session of its own and with low priority for processor and disk, as
   * far as the programs for that are there}
   */
  List<String> detached(List<String> command) {
    List<String> whole = new ArrayList<>(session());
    if (isThere("nice")) {
      whole.addAll(List.of("nice", "-n", "10"));
    }
    if (isThere("ionice")) {
      whole.addAll(List.of("ionice", "-c", "3", "-t"));
    }
    whole.addAll(command);
    return whole;
  }

  /** Where a session of its own cannot be had, it is deaf to the end and the keys of the shell. */
  private List<String> session() {
    return isThere("setsid")
        ? List.of("setsid")
        : List.of("sh", "-c", "trap '' HUP INT; exec \"$@\"", "kirolinter");
  }

  private boolean isThere(String program) {
    return folders.stream().anyMatch(folder -> Files.isExecutable(folder.resolve(program)));
  }
}
