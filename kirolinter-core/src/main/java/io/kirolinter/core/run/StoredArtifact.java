package io.kirolinter.core.run;

import static java.util.Objects.requireNonNull;

/**
 * An artifact as the journal keeps it.
 *
 * @param step the step that produced it
 * @param type the name of its artifact type
 * @param json the artifact
 */
public record StoredArtifact(String step, String type, String json) {

  public StoredArtifact {
    requireNonNull(step, "step");
    requireNonNull(type, "type");
    requireNonNull(json, "json");
  }
}
