package io.kirolinter.core.experience;

import static java.util.stream.Collectors.groupingBy;

import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.repository.RepositoryId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a repository has taught: how people took the fixes of each rule, which rules are but
 * suggestions for that, and which fixes must not come again. Decisions of the last 365 days count
 * for rules, refusals for ever.
 *
 * <p>Every method throws {@link io.kirolinter.core.error.StoreException} if the memory cannot be
 * reached.
 */
public final class Experience {

  static final String DEMOTED = PatternMemory.LASTING + "rule-demoted";

  /** Whether the counts of rules are shared with the other repositories of the store. */
  public enum Sharing {
    NOTHING,
    RULE_COUNTS;

    /** {@return the word by which users choose it} */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final Duration COUNTING = Duration.ofDays(365);
  private static final double NOW = 1;
  private static final double NO_MORE = 0;
  private static final int MOST = 10_000;

  private final PatternMemory memory;
  private final RepositoryId repository;
  private final FixFates fates;
  private final Practices practices;

  private Experience(PatternMemory memory, RepositoryId repository) {
    this.memory = memory;
    this.repository = repository;
    fates = FixFates.of(memory, repository);
    practices = Practices.of(memory, repository);
  }

  /** {@return what a repository has taught} */
  public static Experience of(PatternMemory memory, RepositoryId repository) {
    return new Experience(memory, repository);
  }

  /** {@return how people took the fixes of each rule, by rule} */
  public List<RuleRecord> records(Instant now) {
    Map<String, Observation> words = lastWords();
    Map<RuleId, Demotion> demoted = byRule(demotions(words.values()));
    Map<RuleId, List<FixFate>> byRule =
        fates.all().stream()
            .filter(one -> counts(one, words, now))
            .collect(groupingBy(one -> one.trace().rule(), TreeMap::new, Collectors.toList()));
    demoted.keySet().forEach(rule -> byRule.putIfAbsent(rule, List.of()));
    return byRule.entrySet().stream()
        .map(
            entry ->
                RuleRecord.of(
                    entry.getKey(),
                    entry.getValue(),
                    Optional.ofNullable(demoted.get(entry.getKey()))
                        .map(one -> practices.followed(one.rule(), one.since()))
                        .orElse(0)))
        .toList();
  }

  /** {@return the fixes that people did not want; they are never proposed again} */
  public Set<Fingerprint> refused() {
    return fates.all().stream()
        .filter(one -> one.fate().isRefusal())
        .map(one -> one.trace().fingerprint())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** {@return the rules whose fixes are but suggestions now, by rule} */
  public List<Demotion> demotions() {
    return demotions(lastWords().values());
  }

  private static List<Demotion> demotions(Collection<Observation> lastWords) {
    return lastWords.stream()
        .filter(word -> word.weight() > NO_MORE)
        .map(word -> new Demotion(RuleId.of(word.subject()), word.at(), word.detail()))
        .sorted(Comparator.comparing(Demotion::rule))
        .toList();
  }

  private Map<String, Observation> lastWords() {
    Map<String, Observation> lastWords = new LinkedHashMap<>();
    memory
        .observations(repository, DEMOTED, MOST)
        .forEach(word -> lastWords.putIfAbsent(word.subject(), word));
    return lastWords;
  }

  /** A rule that came back begins anew. */
  private static boolean counts(FixFate one, Map<String, Observation> lastWords, Instant now) {
    Observation word = lastWords.get(one.trace().rule().value());
    boolean isNews = word == null || word.weight() > NO_MORE || one.since().isAfter(word.at());
    return isNews && one.since().isAfter(now.minus(COUNTING));
  }

  /**
   * Demotes rules of which more than 10 % is of no use, by the evidence there is, and promotes
   * those back for which new evidence speaks.
   *
   * @return what has changed, in sentences for people
   */
  public List<String> reconsider(Sharing sharing, Instant now) {
    Map<RuleId, Demotion> demoted = byRule(demotions());
    List<RuleRecord> records = records(now);
    SharedCounts shared = new SharedCounts(memory, repository);
    if (sharing == Sharing.RULE_COUNTS) {
      shared.share(records);
    }
    return records.stream()
        .flatMap(
            one -> {
              Prior prior =
                  sharing == Sharing.RULE_COUNTS ? shared.prior(one.rule()) : Prior.none();
              return demoted.containsKey(one.rule())
                  ? promoted(one, prior, now).stream()
                  : newlyDemoted(one, prior, now).stream();
            })
        .toList();
  }

  private Optional<String> newlyDemoted(RuleRecord record, Prior prior, Instant now) {
    if (!record.speaksAgainst(prior)) {
      return Optional.empty();
    }
    String why = against(record, prior);
    say(record.rule(), NOW, why, now);
    return Optional.of(
        "fixes of %s are but suggestions from now on: %s".formatted(record.rule(), why));
  }

  private Optional<String> promoted(RuleRecord record, Prior prior, Instant now) {
    if (!record.speaksFor(prior)) {
      return Optional.empty();
    }
    String why =
        record.taken() > 0
            ? "people did by hand what it suggests, in " + Counted.of(record.taken(), "commit")
            : "the decisions against it are gone";
    say(record.rule(), NO_MORE, why, now);
    return Optional.of("fixes of %s are proposed again: %s".formatted(record.rule(), why));
  }

  private static String against(RuleRecord record, Prior prior) {
    String others =
        prior.decisions() == 0
            ? ""
            : String.format(
                Locale.ROOT, ", and other repositories count as %.1f more", prior.decisions());
    return String.format(
        Locale.ROOT,
        "%.1f of %s were against it%s, at most %.0f %% may be",
        record.notUseful(),
        Counted.of(record.decisions(), "decision"),
        others,
        RuleRecord.MOST_NOT_USEFUL * 100);
  }

  private void say(RuleId rule, double word, String why, Instant now) {
    memory.observe(
        repository,
        "%s/%s/%s/%s".formatted(DEMOTED, rule, word, now),
        List.of(new Observation(DEMOTED, rule.value(), word, why, now)));
  }

  /**
   * {@return in which order the fixes of rules come under a limit, the lower the earlier: -1 for
   * rules whose fixes are liked, 1 for those that more than a few were against; 0 for all that are
   * not named}
   */
  public Map<RuleId, Integer> order(Instant now) {
    Map<RuleId, Integer> order = new HashMap<>();
    for (RuleRecord one : records(now)) {
      if (one.isLiked()) {
        order.put(one.rule(), -1);
      } else if (one.isDoubtful()) {
        order.put(one.rule(), 1);
      }
    }
    return order;
  }

  /**
   * Forgets all that was learned about a rule.
   *
   * @return how many records there were
   */
  public int forget(RuleId rule) {
    takeBack(List.of(rule));
    return memory.forgetIf(repository, DEMOTED, one -> one.subject().equals(rule.value()))
        + practices.forget(rule::equals)
        + fates.forget(fix -> fix.rule().equals(rule));
  }

  /**
   * Forgets what became of a fix, so that it may be proposed again.
   *
   * @return how many records there were
   */
  public int forget(Fingerprint fingerprint) {
    return fates.forget(fix -> fix.fingerprint().equals(fingerprint));
  }

  /**
   * Forgets all that was learned here, and takes back what was shared.
   *
   * @return how many records there were
   */
  public int forgetAll() {
    Collection<RuleRecord> known = records(Instant.EPOCH.plus(COUNTING));
    int forgotten =
        memory.forgetIf(repository, DEMOTED, one -> true)
            + practices.forget(rule -> true)
            + fates.forget(fix -> true)
            + Habits.forget(memory, repository);
    takeBack(known.stream().map(RuleRecord::rule).toList());
    return forgotten;
  }

  private void takeBack(Collection<RuleId> rules) {
    new SharedCounts(memory, repository)
        .share(rules.stream().map(rule -> new RuleRecord(rule, Map.of(), 0, 0, 0)).toList());
  }

  private static Map<RuleId, Demotion> byRule(List<Demotion> demotions) {
    return demotions.stream().collect(Collectors.toMap(Demotion::rule, one -> one));
  }
}
