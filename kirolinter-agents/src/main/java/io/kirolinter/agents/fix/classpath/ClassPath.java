package io.kirolinter.agents.fix.classpath;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The libraries that some code is compiled with, as far as they are known.
 *
 * @param entries jars and folders of classes that exist, the first one counts
 * @param gaps why entries may be missing, for people, without a full stop; empty if nothing is
 *     known to be missing
 */
public record ClassPath(List<Path> entries, List<String> gaps) {

  public ClassPath {
    entries = List.copyOf(new LinkedHashSet<>(entries));
    gaps = List.copyOf(new LinkedHashSet<>(gaps));
  }

  /** {@return a class path without entries} */
  public static ClassPath empty() {
    return new ClassPath(List.of(), List.of());
  }

  /** {@return one without entries, and why} */
  public static ClassPath unknown(String gap) {
    return new ClassPath(List.of(), List.of(gap));
  }

  /** {@return this one, and behind it another} */
  public ClassPath and(ClassPath other) {
    Set<Path> all = new LinkedHashSet<>(entries);
    all.addAll(other.entries);
    List<String> reasons = new ArrayList<>(gaps);
    reasons.addAll(other.gaps);
    return new ClassPath(List.copyOf(all), reasons);
  }
}
