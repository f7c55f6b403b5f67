package io.kirolinter.analytics.workflow;

import java.util.EnumMap;
import java.util.Map;

/** Counts values of an enum. */
final class EnumCounts<E extends Enum<E>> {

  private final Class<E> type;
  private final int[] counts;

  EnumCounts(Class<E> type) {
    this.type = type;
    counts = new int[type.getEnumConstants().length];
  }

  void add(E value) {
    counts[value.ordinal()]++;
  }

  void addAll(EnumCounts<E> others) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += others.counts[i];
    }
  }

  int of(E value) {
    return counts[value.ordinal()];
  }

  /** Those that occurred. */
  Map<E, Integer> toMap() {
    Map<E, Integer> map = new EnumMap<>(type);
    for (E value : type.getEnumConstants()) {
      if (of(value) > 0) {
        map.put(value, of(value));
      }
    }
    return map;
  }
}
