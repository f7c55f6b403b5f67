package io.kirolinter.agents.learn;

import io.kirolinter.core.experience.Experience;
import io.kirolinter.core.experience.Practices;
import io.kirolinter.core.experience.RuleRecord;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.memory.Pattern;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.repository.RepositoryId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the memory tells about a repository, in sentences. */
final class Insights {

  private static final Duration HALF_LIFE = Duration.ofDays(30);

  private Insights() {}

  /** {@return the sentences, the weightiest first; empty for an empty memory} */
  static List<String> from(PatternMemory memory, RepositoryId repository, Instant now) {
    List<String> insights = new ArrayList<>();
    change(memory.observations(repository, "review", 2)).ifPresent(insights::add);
    heaviest(memory.patterns(repository, "finding-rule", HALF_LIFE, now))
        .map(one -> "most frequent rule: " + one.subject() + seenTimes(one))
        .ifPresent(insights::add);
    heaviest(memory.patterns(repository, "finding", HALF_LIFE, now))
        .map(one -> "file with most findings: " + one.subject() + seenTimes(one))
        .ifPresent(insights::add);
    decisions(memory, repository, now).ifPresent(insights::add);
    Practices.of(memory, repository).patterns().stream()
        .filter(one -> one.support() > 1)
        .findFirst()
        .map(
            one ->
                "how people fix %s: %s (in %d commits)"
                    .formatted(one.rule(), one.shape(), one.support()))
        .ifPresent(insights::add);
    return insights;
  }

  private static Optional<String> decisions(
      PatternMemory memory, RepositoryId repository, Instant now) {
    List<RuleRecord> records = Experience.of(memory, repository).records(now);
    int all = records.stream().mapToInt(RuleRecord::decisions).sum();
    double against = records.stream().mapToDouble(RuleRecord::notUseful).sum();
    return all == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "people decided %s about fixes, %.0f %% of them for it",
                Counted.of(all, "time"),
                100 * (all - against) / all));
  }

  private static Optional<String> change(List<Observation> newestTwo) {
    if (newestTwo.size() < 2) {
      return Optional.empty();
    }
    long now = Math.round(newestTwo.get(0).weight());
    long before = Math.round(newestTwo.get(1).weight());
    return Optional.of(
        "%s, after %d in the review before".formatted(Counted.of(now, "finding"), before));
  }

  private static Optional<Pattern> heaviest(List<Pattern> patterns) {
    return patterns.stream().findFirst();
  }

  private static String seenTimes(Pattern pattern) {
    return pattern.count() == 1 ? "" : " (seen in %d reviews)".formatted(pattern.count());
  }
}
