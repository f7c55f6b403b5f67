package io.kirolinter.agents.habit;

import io.kirolinter.agents.syntax.DeepStack;
import io.kirolinter.agents.syntax.JavaParser;
import io.kirolinter.core.experience.Habit;
import io.kirolinter.core.experience.Habits;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourceText;
import io.kirolinter.core.step.StepContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Looks for the habits of a repository in a sample of its files, spread over all of them. The
 * commits are asked nothing: what is in the code is what people kept.
 */
public final class HabitSurvey {

  private static final int MOST_FILES = 60;
  private static final int LARGEST_FILE = 60_000;
  private static final Duration FRESH = Duration.ofDays(7);

  private HabitSurvey() {}

  /**
   * {@return the habits as they are known, after a look if that is a week ago, and the code new}
   *
   * @param workers how many threads look
   */
  public static Optional<Habits> refreshed(StepContext context, int workers) {
    Optional<Habits> known = Habits.of(context.memory(), context.repository().id());
    Optional<CommitId> commit = context.plan().baseCommit();
    if (commit.isEmpty() || known.filter(one -> isFresh(one, commit.get(), context)).isPresent()) {
      return known;
    }
    List<SnapshotFile> sample = sample(context);
    Habits habits =
        new Habits(
            survey(context, sample, workers),
            commit.get(),
            sample.size(),
            context.clock().instant());
    habits.keep(context.memory(), context.repository().id());
    return Optional.of(habits);
  }

  private static boolean isFresh(Habits known, CommitId commit, StepContext context) {
    return known.seenIn().equals(commit)
        || known.at().isAfter(context.clock().instant().minus(FRESH));
  }

  /** {@return the rules that find fault with what people usually do here, with the reason} */
  public static Map<RuleId, String> against(Habits habits) {
    Map<RuleId, String> against = new TreeMap<>();
    for (Habit one : habits.list()) {
      if (one.isStrong()) {
        ruleAgainst(one)
            .ifPresent(
                rule ->
                    against.put(
                        rule,
                        "the habit here is '%s: %s', in %d of %d places"
                            .formatted(one.topic(), one.way(), one.support(), one.seen())));
      }
    }
    return against;
  }

  /** {@return the rule that finds fault with the way of a habit, if there is one} */
  public static Optional<RuleId> ruleAgainst(Habit habit) {
    return Topic.ruleAgainst(habit.topic(), habit.way());
  }

  private static List<SnapshotFile> sample(StepContext context) {
    List<SnapshotFile> all =
        context.snapshot().files().stream()
            .filter(file -> file.path().value().endsWith(".java"))
            .filter(file -> file.size() <= LARGEST_FILE)
            .toList();
    List<SnapshotFile> sample = new ArrayList<>();
    double step = Math.max(1, (double) all.size() / MOST_FILES);
    for (double at = 0; at < all.size(); at += step) {
      sample.add(all.get((int) at));
    }
    return sample;
  }

  private static List<Habit> survey(StepContext context, List<SnapshotFile> sample, int workers) {
    Tally all = new Tally();
    DeepStack.each(
            workers, sample, JavaParser::open, (parser, file) -> counted(parser, file, context))
        .forEach(all::addAll);
    return all.habits();
  }

  /** A file that is no Java has no habits. */
  private static Tally counted(JavaParser parser, SnapshotFile file, StepContext context) {
    context.cancellation().throwIfRequested();
    Tally tally = new Tally();
    Optional<SourceText> text = SourceText.decode(context.snapshot().read(file));
    if (text.isPresent()) {
      var tree = parser.parse(file.path(), text.get().text());
      if (tree.errors().isEmpty()) {
        LayoutHabits.count(text.get().text(), tally);
        HabitWalk.count(tree, tally);
      }
    }
    return tally;
  }
}
