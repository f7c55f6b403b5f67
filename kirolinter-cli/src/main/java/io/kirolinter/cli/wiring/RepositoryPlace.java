package io.kirolinter.cli.wiring;

import io.kirolinter.agents.git.Mirrors;
import java.nio.file.Path;

/**
 * Where a repository is, as a person has written it: a path, or an address.
 *
 * @param written such as {@code .} or {@code https://github.com/acme/tool}
 */
public record RepositoryPlace(String written) {

  /** {@return the current folder} */
  public static RepositoryPlace here() {
    return new RepositoryPlace(".");
  }

  /** {@return whether it is on another machine, or named by an address as if it were} */
  public boolean isAddress() {
    return Mirrors.isAddress(written);
  }

  /** {@return the path, where it is no address} */
  Path path() {
    return Path.of(written);
  }
}
