package io.kirolinter.agents.report;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/**
 * The program that made a report.
 *
 * @param version such as {@code 1.4.2}
 * @param home where people read about it
 */
public record Tool(String name, String version, Optional<URI> home) {

  public Tool {
    requireNonNull(version, "version");
    requireNonNull(home, "home");
    if (name.isBlank()) {
      throw new IllegalArgumentException("tool name must not be blank");
    }
  }

  /** {@return this program in a version} */
  public static Tool kiroLinter(String version) {
    return new Tool("KiroLinter", version, Optional.empty());
  }

  /** {@return the same tool with a place where people read about it} */
  public Tool at(URI place) {
    return new Tool(name, version, Optional.of(place));
  }
}
