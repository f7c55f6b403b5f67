package io.kirolinter.agents.fix.apply;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.run.RunId;
import java.nio.file.Path;

/**
 * What is kept of one time that a checkout was fixed.
 *
 * @param id in the order of time
 * @param folder keeps the originals; outside the checkout
 */
public record FixRecord(RunId id, Path folder) {

  public FixRecord {
    requireNonNull(id, "id");
    requireNonNull(folder, "folder");
  }
}
