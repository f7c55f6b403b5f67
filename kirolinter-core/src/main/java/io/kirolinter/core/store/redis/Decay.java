package io.kirolinter.core.store.redis;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.memory.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds observations of one kind up to patterns; each counts half after every half-life. */
final class Decay {

  private final String kind;
  private final Duration halfLife;
  private final Instant now;
  private final Map<String, Pattern> patterns = new HashMap<>();

  Decay(String kind, Duration halfLife, Instant now) {
    this.kind = kind;
    this.halfLife = halfLife;
    this.now = now;
  }

  void add(Observation observation) {
    patterns.merge(
        observation.subject(),
        new Pattern(kind, observation.subject(), 1, weight(observation), observation.at()),
        this::sum);
  }

  /** {@return the patterns, the heaviest first; of equals, by subject} */
  List<Pattern> patterns() {
    return patterns.values().stream()
        .sorted(
            comparingDouble(Pattern::weight).reversed().thenComparing(comparing(Pattern::subject)))
        .toList();
  }

  private Pattern sum(Pattern one, Pattern other) {
    return new Pattern(
        kind,
        one.subject(),
        one.count() + other.count(),
        one.weight() + other.weight(),
        one.lastSeen().isAfter(other.lastSeen()) ? one.lastSeen() : other.lastSeen());
  }

  private double weight(Observation observation) {
    double age = Math.max(0, seconds(Duration.between(observation.at(), now)));
    return observation.weight() * Math.pow(0.5, age / seconds(halfLife));
  }

  private static double seconds(Duration duration) {
    return duration.getSeconds() + duration.getNano() * 1e-9;
  }
}
