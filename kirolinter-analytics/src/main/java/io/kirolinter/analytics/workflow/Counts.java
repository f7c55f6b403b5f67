package io.kirolinter.analytics.workflow;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Numbers by kind, in the order in which the kinds are declared. */
final class Counts {

  private Counts() {}

  static <K extends Enum<K>> Map<K, Integer> unmodifiable(Map<K, Integer> counts) {
    return counts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(counts));
  }
}
