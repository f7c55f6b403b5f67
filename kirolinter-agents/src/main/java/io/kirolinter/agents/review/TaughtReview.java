package io.kirolinter.agents.review;

import io.kirolinter.agents.forge.Forges;
import io.kirolinter.agents.habit.HabitSurvey;
import io.kirolinter.agents.outcome.FateWatch;
import io.kirolinter.agents.outcome.Looked;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.experience.Experience;
import io.kirolinter.core.experience.Experience.Sharing;
import io.kirolinter.core.experience.Habits;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.step.StepContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The review of a run by what people did with earlier proposals: fixes that they did not want are
 * but suggestions. So are those of rules that proved to be of no use, or find fault with a strong
 * habit; their findings, unless they are about security, weigh one step less.
 *
 * @param remark what was learned, to be added to a sentence; empty if nothing was
 */
record TaughtReview(Review review, String remark) {

  /** Looks at what became of earlier fixes, and applies it. */
  static TaughtReview of(
      StepContext context, Review settled, Looked looked, Forges forges, Sharing sharing) {
    List<String> remarks = new ArrayList<>();
    FateWatch.look(context, looked, forges)
        .ifPresent(why -> remarks.add("what became of earlier fixes is not fully known: " + why));
    Experience experience = Experience.of(context.memory(), context.repository().id());
    remarks.addAll(experience.reconsider(sharing, context.clock().instant()));
    Map<RuleId, String> demoted = new TreeMap<>();
    experience.demotions().forEach(one -> demoted.put(one.rule(), one.why()));
    Habits.of(context.memory(), context.repository().id())
        .map(HabitSurvey::against)
        .orElse(Map.of())
        .forEach(demoted::putIfAbsent);
    Set<Fingerprint> refused = experience.refused();
    List<Finding> findings =
        settled.findings().stream().map(one -> taught(one, demoted, refused)).toList();
    remarks.addAll(remarks(settled.findings(), demoted, refused));
    return new TaughtReview(
        with(settled, findings),
        remarks.isEmpty() ? "" : "; learned: " + String.join("; ", remarks));
  }

  private static Finding taught(
      Finding one, Map<RuleId, String> demoted, Set<Fingerprint> refused) {
    if (demoted.containsKey(one.rule())) {
      Finding suggested = one.withFixLevel(FixLevel.SUGGESTION);
      return one.category() == Category.SECURITY
          ? suggested
          : suggested.withSeverity(one.severity().lowered());
    }
    return refused.contains(one.fingerprint()) ? one.withFixLevel(FixLevel.SUGGESTION) : one;
  }

  private static List<String> remarks(
      List<Finding> findings, Map<RuleId, String> demoted, Set<Fingerprint> refused) {
    List<String> remarks = new ArrayList<>();
    demoted.forEach(
        (rule, why) -> {
          long held = findings.stream().filter(one -> isFixable(one) && is(one, rule)).count();
          if (held > 0) {
            remarks.add(
                "%s of %s held back as suggestions (%s)"
                    .formatted(Counted.of(held, "fix", "fixes"), rule, why));
          }
        });
    long again =
        findings.stream()
            .filter(one -> isFixable(one) && !demoted.containsKey(one.rule()))
            .filter(one -> refused.contains(one.fingerprint()))
            .count();
    if (again > 0) {
      remarks.add(Counted.of(again, "fix", "fixes") + " not proposed again, as not wanted before");
    }
    return remarks;
  }

  private static boolean is(Finding finding, RuleId rule) {
    return finding.rule().equals(rule);
  }

  private static boolean isFixable(Finding finding) {
    return finding.fixLevel() == FixLevel.SAFE || finding.fixLevel() == FixLevel.UNSAFE;
  }

  private static Review with(Review review, List<Finding> findings) {
    return new Review(
        findings, review.problems(), review.files(), review.lines(), review.analyzers());
  }
}
