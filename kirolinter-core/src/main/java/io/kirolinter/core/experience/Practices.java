package io.kirolinter.core.experience;

import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.RepositoryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How people made findings go away in a repository, in its memory; the newest 10,000 count.
 *
 * <p>Every method throws {@link StoreException} if the memory cannot be reached.
 */
public final class Practices {

  static final String PRACTICE = PatternMemory.LASTING + "practice";
  private static final String LOOKED = "practice-looked-at";
  private static final int MOST = 10_000;

  private final PatternMemory memory;
  private final RepositoryId repository;

  private Practices(PatternMemory memory, RepositoryId repository) {
    this.memory = memory;
    this.repository = repository;
  }

  /** {@return those of a repository} */
  public static Practices of(PatternMemory memory, RepositoryId repository) {
    return new Practices(memory, repository);
  }

  /**
   * A way that people have gone several times.
   *
   * @param support in how many commits
   * @param newest one of them
   */
  public record Pattern(
      RuleId rule, String shape, Practice.Advice advice, int support, CommitId newest) {}

  /** Remembers what was done in one commit; a second time changes nothing. */
  public void add(CommitId commit, Collection<Practice> practices) {
    memory.observe(
        repository,
        "practice/" + commit,
        practices.stream()
            .map(one -> new Observation(PRACTICE, one.rule().value(), 1, Json.write(one), one.at()))
            .toList());
  }

  /** Remembers up to which commit was looked. */
  public void lookedUpTo(CommitId commit, Instant at) {
    memory.observe(
        repository,
        LOOKED + "/" + commit,
        List.of(new Observation(LOOKED, commit.value(), 1, "", at)));
  }

  /** {@return up to which commit was looked} */
  public Optional<CommitId> lookedUpTo() {
    return memory.observations(repository, LOOKED, 1).stream()
        .map(one -> CommitId.of(one.subject()))
        .findFirst();
  }

  /** {@return all of them, the newest first} */
  public List<Practice> all() {
    return memory.observations(repository, PRACTICE, MOST).stream()
        .flatMap(one -> read(one).stream())
        .toList();
  }

  /** {@return the ways, those with the most support first} */
  public List<Pattern> patterns() {
    Map<String, List<Practice>> byWay = new TreeMap<>();
    all()
        .forEach(
            one ->
                byWay
                    .computeIfAbsent(one.rule() + " " + one.shape(), any -> new ArrayList<>())
                    .add(one));
    return byWay.values().stream()
        .map(Practices::pattern)
        .sorted(Comparator.comparingInt(Pattern::support).reversed())
        .toList();
  }

  private static Pattern pattern(List<Practice> same) {
    Practice newest = same.get(0);
    int commits = (int) same.stream().map(Practice::commit).distinct().count();
    return new Pattern(newest.rule(), newest.shape(), newest.advice(), commits, newest.commit());
  }

  /** {@return in how many commits people followed the suggestions of a rule} */
  int followed(RuleId rule, Instant since) {
    return (int)
        all().stream()
            .filter(one -> one.rule().equals(rule) && one.at().isAfter(since))
            .filter(one -> one.advice() == Practice.Advice.FOLLOWED)
            .map(Practice::commit)
            .distinct()
            .count();
  }

  int forget(Predicate<RuleId> unwanted) {
    return memory.forgetIf(repository, PRACTICE, one -> unwanted.test(RuleId.of(one.subject())));
  }

  private static Optional<Practice> read(Observation one) {
    try {
      return Optional.of(Json.read(one.detail(), Practice.class));
    } catch (StoreException e) {
      return Optional.empty(); // of a newer release
    }
  }
}
