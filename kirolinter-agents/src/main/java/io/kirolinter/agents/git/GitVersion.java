package io.kirolinter.agents.git;

import java.nio.file.Path;

/** Which git is there. */
public final class GitVersion {

  private GitVersion() {}

  /**
   * {@return what git says of itself}
   *
   * @throws io.kirolinter.core.error.WorkFailedException if there is no git on the PATH
   */
  public static String installed() {
    return Git.in(Path.of("").toAbsolutePath()).line("--version");
  }
}
