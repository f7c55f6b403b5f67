package io.kirolinter.agents.notify.people;

import io.kirolinter.core.source.PathGlob;
import io.kirolinter.core.source.SourcePath;
import java.util.List;
import java.util.Optional;

/**
 * A line that gives files to owners.
 *
 * @param exact whether only files right in the folder are meant, as with {@code docs/*}
 * @param owners nobody, where files are taken away from the owners of a line before
 */
record OwnerLine(PathGlob glob, boolean exact, List<String> owners) {

  OwnerLine {
    owners = List.copyOf(owners);
  }

  /** {@return the line; empty for a pattern that neither GitHub nor GitLab takes} */
  static Optional<OwnerLine> of(String pattern, List<String> owners) {
    boolean exact = pattern.endsWith("/*");
    return PathGlob.troubleWith(pattern).isEmpty()
        ? Optional.of(new OwnerLine(PathGlob.of(pattern), exact, owners))
        : Optional.empty();
  }

  boolean covers(SourcePath path) {
    return exact ? glob.matchesItself(path) : glob.matches(path);
  }
}
