package io.kirolinter.analytics.workflow;

import com.google.common.collect.Maps;
import com.google.common.collect.Multiset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Numbers by kind, in the order in which the kinds are declared. */
final class Counts {

  private Counts() {}

  /** How often each value occurs, of those that do. */
  static <K extends Enum<K>> Map<K, Integer> of(Multiset<K> counted) {
    return Maps.toMap(counted.elementSet(), counted::count);
  }

  static <K extends Enum<K>> Map<K, Integer> unmodifiable(Map<K, Integer> counts) {
    return counts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(counts));
  }
}
