package io.kirolinter.agents.habit;

import io.kirolinter.core.experience.Habit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts how often which way was gone. For one thread. */
final class Tally {

  private final Map<Topic, Map<String, Integer>> counts = new EnumMap<>(Topic.class);

  void add(Topic topic, String way) {
    counts.computeIfAbsent(topic, any -> new TreeMap<>()).merge(way, 1, Integer::sum);
  }

  void addAll(Tally other) {
    other.counts.forEach(
        (topic, ways) -> {
          Map<String, Integer> all = counts.computeIfAbsent(topic, any -> new TreeMap<>());
          ways.forEach((way, count) -> all.merge(way, count, Integer::sum));
        });
  }

  /** {@return of each topic that was seen, the way that was gone most often} */
  List<Habit> habits() {
    return counts.entrySet().stream().map(one -> habit(one.getKey(), one.getValue())).toList();
  }

  private static Habit habit(Topic topic, Map<String, Integer> ways) {
    Map.Entry<String, Integer> most =
        ways.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    int seen = ways.values().stream().mapToInt(Integer::intValue).sum();
    return new Habit(topic.label(), most.getKey(), most.getValue(), seen);
  }
}
