package io.kirolinter.analytics.insight;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.experience.Experience;
import io.kirolinter.core.experience.RuleRecord;
import io.kirolinter.core.experience.ShareInterval;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.repository.RepositoryId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What people made of fixes, as far as it is known.
 *
 * @param refusedRules rules whose fixes a person does not want in this repository
 * @param note how many fixes were accepted, or why that is not known
 */
public record FixAcceptance(List<String> refusedRules, String note) {

  private static final String REFUSED = "fix-rule-refused";
  private static final int MOST = 10_000;
  private static final String UNKNOWN =
      "how many fixes were accepted is not known: nobody has decided about a proposal yet, as far"
          + " as runs have seen";

  public FixAcceptance {
    refusedRules = List.copyOf(refusedRules);
    requireNonNull(note, "note");
  }

  static FixAcceptance unknown() {
    return new FixAcceptance(List.of(), UNKNOWN);
  }

  /** Of each rule, the last word counts. */
  static FixAcceptance of(PatternMemory memory, RepositoryId repository, Instant now) {
    Map<String, Double> lastWords = new LinkedHashMap<>();
    for (Observation word : memory.observations(repository, REFUSED, MOST)) {
      lastWords.putIfAbsent(word.subject(), word.weight());
    }
    SortedSet<String> refused = new TreeSet<>();
    lastWords.forEach(
        (rule, word) -> {
          if (word > 0) {
            refused.add(rule);
          }
        });
    return new FixAcceptance(List.copyOf(refused), decided(memory, repository, now));
  }

  private static String decided(PatternMemory memory, RepositoryId repository, Instant now) {
    List<RuleRecord> records = Experience.of(memory, repository).records(now);
    int decisions = records.stream().mapToInt(RuleRecord::decisions).sum();
    if (decisions == 0) {
      return UNKNOWN;
    }
    double useful = decisions - records.stream().mapToDouble(RuleRecord::notUseful).sum();
    ShareInterval share = ShareInterval.of(Math.max(0, useful), decisions);
    return String.format(
        Locale.ROOT,
        "%.0f %% of %s about the fixes of a rule in a proposal, in the last 365 days (%.0f to %.0f"
            + " %%); by rule: kirolinter agent learn --show",
        100 * useful / decisions,
        Counted.of(decisions, "decision"),
        100 * share.low(),
        100 * share.high());
  }
}
