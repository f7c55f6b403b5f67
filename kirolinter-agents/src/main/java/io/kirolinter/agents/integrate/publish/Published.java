package io.kirolinter.agents.integrate.publish;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What publishing came to.
 *
 * @param urls where people see the pull requests of branches, by branch
 * @param pushed the branches that are on the forge as they are here
 * @param notes sentences for people, without full stops
 * @param problem why not all was done; empty if all was
 */
public record Published(
    Map<String, String> urls, Set<String> pushed, List<String> notes, Optional<String> problem) {

  public Published {
    urls = Collections.unmodifiableMap(new LinkedHashMap<>(urls));
    pushed = Set.copyOf(pushed);
    notes = List.copyOf(notes);
    requireNonNull(problem, "problem");
  }
}
