package io.kirolinter.analytics.insight;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.repository.RepositoryId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What people made of fixes, as far as it is known.
 *
 * @param refusedRules rules whose fixes a person does not want in this repository
 * @param note what is not known
 */
public record FixAcceptance(List<String> refusedRules, String note) {

  private static final String REFUSED = "fix-rule-refused";
  private static final int MOST = 10_000;
  private static final String UNKNOWN =
      "how many fixes were accepted is not known: nothing here sees what becomes of a branch or a"
          + " pull request";

  public FixAcceptance {
    refusedRules = List.copyOf(refusedRules);
    requireNonNull(note, "note");
  }

  static FixAcceptance unknown() {
    return new FixAcceptance(List.of(), UNKNOWN);
  }

  /** Of each rule, the last word counts. */
  static FixAcceptance of(PatternMemory memory, RepositoryId repository) {
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
    return new FixAcceptance(List.copyOf(refused), UNKNOWN);
  }
}
