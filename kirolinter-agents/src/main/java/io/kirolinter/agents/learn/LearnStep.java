package io.kirolinter.agents.learn;

import io.kirolinter.agents.habit.HabitSurvey;
import io.kirolinter.agents.review.RefusedRules;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.Lessons;
import io.kirolinter.core.experience.Experience;
import io.kirolinter.core.experience.Experience.Sharing;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepPreview;
import io.kirolinter.core.step.StepResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Step {@code learn}: records what this run saw and did, forgets what is older than 90 days, looks
 * for the habits of the repository and for how people fix findings themselves, and says what the
 * memory tells. Later runs rank files by it, leave fixes alone that failed a gate, and propose what
 * people want. What became of fixes is seen by the review, as it counts at once.
 */
public final class LearnStep implements Step {

  private static final Duration RETENTION = Duration.ofDays(90);

  private static final StepDescription DESCRIPTION =
      StepDescription.of("learn", "Remembers what was found and fixed, for later runs.")
          .using(ArtifactType.REVIEW, ArtifactType.FIX_SET, ArtifactType.PROPOSAL)
          .producing(ArtifactType.LESSONS)
          .optional();

  private final Sharing sharing;
  private final int workers;

  /** A step for a user who shares nothing between repositories. */
  public LearnStep() {
    this(Settings.none(), 1);
  }

  /**
   * A step that learns as a user wants it.
   *
   * @param ofUser says what repositories learn from each other
   * @param workers how many threads look at code
   */
  public LearnStep(Settings ofUser, int workers) {
    sharing = ofUser.sharing();
    this.workers = workers;
  }

  @Override
  public StepDescription description() {
    return DESCRIPTION;
  }

  @Override
  public StepResult run(StepContext context) {
    Instant now = context.clock().instant();
    List<Observation> observations = RunObservations.of(context, now);
    var memory = context.memory();
    var repository = context.repository().id();
    memory.observe(repository, context.idempotencyKey(), observations);
    RefusedRules.renew(memory, repository, now);
    int forgotten = memory.forgetBefore(repository, now.minus(RETENTION));
    HabitSurvey.refreshed(context, workers);
    List<String> insights = new ArrayList<>();
    if (PeoplesFixes.look(context, workers) > 0) {
      insights.addAll(Experience.of(memory, repository).reconsider(sharing, now));
    }
    insights.addAll(Insights.from(memory, repository, now));
    if (observations.isEmpty() && insights.isEmpty()) {
      return StepResult.nothingToDo("nothing was seen yet, in this run or an earlier one");
    }
    return StepResult.done(
        new Lessons(observations.size(), insights), summary(observations, insights, forgotten));
  }

  @Override
  public StepPreview preview(StepContext context) {
    int seen = RunObservations.of(context, context.clock().instant()).size();
    return StepPreview.of(
        "%s of this run, into the memory of this repository; older than %d days is forgotten"
            .formatted(Counted.of(seen, "observation"), RETENTION.toDays()));
  }

  private static String summary(
      List<Observation> observations, List<String> insights, int forgotten) {
    String learned = Counted.of(observations.size(), "observation") + " recorded";
    String old = forgotten == 0 ? "" : ", %d old ones forgotten".formatted(forgotten);
    return insights.isEmpty() ? learned + old : learned + old + "; " + insights.get(0);
  }
}
