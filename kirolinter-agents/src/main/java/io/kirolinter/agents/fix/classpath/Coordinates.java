package io.kirolinter.agents.fix.classpath;

import static java.util.Objects.requireNonNullElse;

import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Parent;
import org.jspecify.annotations.Nullable;

/**
 * The name of an artifact; a part that is not known is empty.
 *
 * @param version a single one; of a range, what is written there
 */
record Coordinates(String group, String artifact, String version) {

  static Coordinates of(Dependency dependency) {
    return new Coordinates(
        known(dependency.getGroupId()),
        known(dependency.getArtifactId()),
        known(dependency.getVersion()));
  }

  static Coordinates of(Parent parent) {
    return new Coordinates(
        known(parent.getGroupId()), known(parent.getArtifactId()), known(parent.getVersion()));
  }

  /** {@return the name that a module gives itself; what it leaves out is that of its parent} */
  static Coordinates of(Model raw) {
    Parent parent = raw.getParent() == null ? new Parent() : raw.getParent();
    String group = raw.getGroupId() == null ? parent.getGroupId() : raw.getGroupId();
    String version = raw.getVersion() == null ? parent.getVersion() : raw.getVersion();
    return new Coordinates(known(group), known(raw.getArtifactId()), known(version));
  }

  /** {@return the name without the version: two versions of one library never go together} */
  String library() {
    return group + ":" + artifact;
  }

  @Override
  public String toString() {
    return group + ":" + artifact + ":" + version;
  }

  private static String known(@Nullable String part) {
    return requireNonNullElse(part, "").strip();
  }
}
