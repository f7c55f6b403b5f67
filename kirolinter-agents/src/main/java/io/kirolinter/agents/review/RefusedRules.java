package io.kirolinter.agents.review;

import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.repository.RepositoryId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rules whose fixes a person does not want in a repository, kept in the pattern memory. Their
 * findings are reported all the same.
 *
 * <p>Every method throws {@link io.kirolinter.core.error.StoreException} if the memory cannot be
 * reached.
 */
public final class RefusedRules {

  private static final String KIND = "fix-rule-refused";
  private static final double REFUSED = 1;
  private static final double ALLOWED = 0;
  private static final int MOST = 10_000;

  private RefusedRules() {}

  /** {@return the rules that are refused now: of each rule, the last word counts} */
  public static Set<RuleId> of(PatternMemory memory, RepositoryId repository) {
    Map<String, Double> lastWords = new LinkedHashMap<>();
    memory
        .observations(repository, KIND, MOST)
        .forEach(word -> lastWords.putIfAbsent(word.subject(), word.weight()));
    return lastWords.entrySet().stream()
        .filter(word -> word.getValue() > ALLOWED)
        .map(word -> RuleId.of(word.getKey()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Remembers that a person does not want the fixes of these rules. */
  public static void refuse(
      PatternMemory memory, RepositoryId repository, Collection<RuleId> rules, Instant now) {
    say(memory, repository, rules, REFUSED, now);
  }

  /** Remembers that a person wants the fixes of these rules again. */
  public static void allow(
      PatternMemory memory, RepositoryId repository, Collection<RuleId> rules, Instant now) {
    say(memory, repository, rules, ALLOWED, now);
  }

  /** Says again what holds, so that it is not forgotten with what is old. */
  public static void renew(PatternMemory memory, RepositoryId repository, Instant now) {
    refuse(memory, repository, of(memory, repository), now);
  }

  private static void say(
      PatternMemory memory,
      RepositoryId repository,
      Collection<RuleId> rules,
      double word,
      Instant now) {
    if (rules.isEmpty()) {
      return;
    }
    String names = rules.stream().map(RuleId::value).sorted().collect(Collectors.joining(" "));
    List<Observation> words =
        rules.stream()
            .map(rule -> new Observation(KIND, rule.value(), word, "said by a person", now))
            .toList();
    memory.observe(repository, "%s %s %s %s".formatted(KIND, now, word, names), words);
  }
}
