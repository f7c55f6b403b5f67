package io.kirolinter.core.settings;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Set;

/**
 * The names that settings may use.
 *
 * @param analyzers names of analyzers
 * @param rules ids of the rules that are known without running anything; those of foreign
 *     analyzers, which have a slash, are not checked
 */
public record Vocabulary(Set<String> analyzers, Set<String> rules) {

  public Vocabulary {
    analyzers = ImmutableSortedSet.copyOf(analyzers);
    rules = ImmutableSortedSet.copyOf(rules);
  }
}
