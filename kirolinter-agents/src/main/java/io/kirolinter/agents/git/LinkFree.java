package io.kirolinter.agents.git;

import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Tells which paths lead to a file without any link on the way. */
final class LinkFree {

  private final Path root;
  private final Map<String, Boolean> folders = new HashMap<>();

  /**
   * Starts without knowledge.
   *
   * @param root real
   */
  LinkFree(Path root) {
    this.root = root;
  }

  boolean isRegularFile(SourcePath path) {
    return folders.computeIfAbsent(path.folder(), this::isReal)
        && Files.isRegularFile(root.resolve(path.value()), LinkOption.NOFOLLOW_LINKS);
  }

  private boolean isReal(String folder) {
    Path expected = root.resolve(folder);
    try {
      return expected.toRealPath().equals(expected);
    } catch (IOException e) {
      return false; // gone, or a link that leads nowhere
    }
  }
}
