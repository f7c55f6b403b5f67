package io.kirolinter.agents.learn;

import io.kirolinter.agents.habit.HabitSurvey;
import io.kirolinter.agents.review.RefusedRules;
import io.kirolinter.core.experience.Demotion;
import io.kirolinter.core.experience.Experience;
import io.kirolinter.core.experience.Fate;
import io.kirolinter.core.experience.FixFate;
import io.kirolinter.core.experience.FixFates;
import io.kirolinter.core.experience.Habits;
import io.kirolinter.core.experience.Practices;
import io.kirolinter.core.experience.RuleRecord;
import io.kirolinter.core.experience.ShareInterval;
import io.kirolinter.core.experience.Standing;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.repository.RepositoryId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that was learned about a repository, for people.
 *
 * @param rules how people took the fixes of each rule
 * @param refused fixes that are never proposed again, the newest first
 * @param refusedRules rules whose fixes a person refused when asked
 * @param practices how people made findings go away by themselves
 * @param habits what is usual here, and which rules give way to it
 */
public record Knowledge(
    RepositoryId repository,
    List<RuleView> rules,
    List<RefusedFix> refused,
    List<RuleId> refusedRules,
    List<Practices.Pattern> practices,
    List<HabitView> habits) {

  /**
   * How people took the fixes of a rule.
   *
   * @param why it is but a suggestion; empty if it is not
   * @param accepted the share of decisions for it, with the interval in which it may lie
   */
  public record RuleView(
      RuleId rule,
      Standing standing,
      String why,
      int decisions,
      double notUseful,
      double accepted,
      ShareInterval interval,
      Map<String, Integer> fates,
      int taken) {

    public RuleView {
      fates = Collections.unmodifiableMap(new LinkedHashMap<>(fates));
    }
  }

  /** A fix that people did not want. */
  public record RefusedFix(
      String fingerprint, RuleId rule, String path, Fate fate, Instant since, String evidence) {}

  /**
   * A habit.
   *
   * @param confidence the least share of this way that can be told, at 95 %
   * @param givesWay the rule whose fixes are but suggestions for it; empty if there is none
   */
  public record HabitView(
      String topic,
      String way,
      int support,
      int seen,
      double confidence,
      Optional<RuleId> givesWay) {}

  public Knowledge {
    rules = List.copyOf(rules);
    refused = List.copyOf(refused);
    refusedRules = List.copyOf(refusedRules);
    practices = List.copyOf(practices);
    habits = List.copyOf(habits);
  }

  /** {@return what the memory holds} */
  public static Knowledge of(PatternMemory memory, RepositoryId repository, Instant now) {
    Experience experience = Experience.of(memory, repository);
    Map<RuleId, Demotion> demoted =
        experience.demotions().stream()
            .collect(Collectors.toMap(Demotion::rule, Function.identity()));
    return new Knowledge(
        repository,
        experience.records(now).stream()
            .map(one -> view(one, Optional.ofNullable(demoted.get(one.rule()))))
            .toList(),
        FixFates.of(memory, repository).all().stream()
            .filter(one -> one.fate().isRefusal())
            .map(Knowledge::refusal)
            .toList(),
        RefusedRules.of(memory, repository).stream().sorted().toList(),
        Practices.of(memory, repository).patterns(),
        Habits.of(memory, repository).map(Knowledge::views).orElse(List.of()));
  }

  public boolean isEmpty() {
    return rules.isEmpty()
        && refused.isEmpty()
        && refusedRules.isEmpty()
        && practices.isEmpty()
        && habits.isEmpty();
  }

  private static RuleView view(RuleRecord record, Optional<Demotion> demotion) {
    Map<String, Integer> fates = new LinkedHashMap<>();
    record.fates().forEach((fate, count) -> fates.put(fate.label(), count));
    return new RuleView(
        record.rule(),
        demotion.isPresent() ? Standing.SUGGESTION : Standing.PROPOSED,
        demotion.map(Demotion::why).orElse(""),
        record.decisions(),
        record.notUseful(),
        record.accepted(),
        record.acceptance(),
        fates,
        record.taken());
  }

  private static RefusedFix refusal(FixFate one) {
    return new RefusedFix(
        one.trace().fingerprint().value(),
        one.trace().rule(),
        one.trace().path().value(),
        one.fate(),
        one.since(),
        one.evidence());
  }

  private static List<HabitView> views(Habits habits) {
    Set<RuleId> against = HabitSurvey.against(habits).keySet();
    return habits.list().stream()
        .map(
            one ->
                new HabitView(
                    one.topic(),
                    one.way(),
                    one.support(),
                    one.seen(),
                    one.confidence(),
                    HabitSurvey.ruleAgainst(one).filter(against::contains)))
        .toList();
  }
}
