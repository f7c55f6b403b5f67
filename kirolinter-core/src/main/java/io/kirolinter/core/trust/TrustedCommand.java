package io.kirolinter.core.trust;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.repository.RepositoryId;
import java.time.Instant;

/**
 * A command that a user lets run for a repository.
 *
 * @param command the exact text; another one needs trust of its own
 */
public record TrustedCommand(RepositoryId repository, String command, Instant since) {

  public TrustedCommand {
    requireNonNull(repository, "repository");
    requireNonNull(since, "since");
    if (command.isBlank()) {
      throw new IllegalArgumentException("command must not be blank");
    }
  }
}
