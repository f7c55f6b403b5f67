package io.kirolinter.analytics.workflow;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Counting by kind, in the order in which the kinds are declared. */
final class Counts {

  private Counts() {}

  static <T, K extends Enum<K>> Map<K, Integer> of(
      Collection<T> things, Function<T, K> kind, Class<K> kinds) {
    Map<K, Integer> counts = new EnumMap<>(kinds);
    things.forEach(thing -> counts.merge(kind.apply(thing), 1, Integer::sum));
    return counts;
  }

  static <T> int matching(Collection<T> things, Predicate<T> wanted) {
    return (int) things.stream().filter(wanted).count();
  }

  static <K extends Enum<K>> Map<K, Integer> unmodifiable(Map<K, Integer> counts) {
    return counts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(counts));
  }
}
