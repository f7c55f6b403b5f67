package io.kirolinter.analytics.evolution.mining;

import io.kirolinter.analytics.evolution.TemplateVersion;
import io.kirolinter.analytics.evolution.mining.Pattern.Attempts;
import io.kirolinter.analytics.evolution.mining.Pattern.OptionSet;
import io.kirolinter.analytics.evolution.mining.Pattern.Order;
import io.kirolinter.analytics.evolution.mining.Pattern.StepPresent;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.PlannedStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes challengers of hypotheses: the champion with one change each, so that a win says what it
 * was that helped. A critical step is never taken out, as a run without it would do another thing.
 */
public final class Challengers {

  private final TemplateVersion champion;
  private final PastRuns past;

  private Challengers(TemplateVersion champion, PastRuns past) {
    this.champion = champion;
    this.past = past;
  }

  /** {@return what makes challengers of this champion, with steps as past runs had them} */
  public static Challengers of(TemplateVersion champion, PastRuns past) {
    return new Challengers(champion, past);
  }

  /**
   * {@return the champion changed as the hypothesis suggests; empty if it is so already, or the
   * change cannot be made}
   */
  public Optional<TemplateVersion> from(Hypothesis hypothesis) {
    List<PlannedStep> steps = champion.steps();
    Pattern pattern = hypothesis.pattern();
    Optional<Boolean> has = pattern.in(steps);
    if (has.equals(Optional.of(hypothesis.favourable()))) {
      return Optional.empty();
    }
    Optional<List<PlannedStep>> changed =
        hypothesis.favourable() ? adopting(pattern, steps) : dropping(pattern, steps);
    return changed
        .filter(other -> !other.equals(steps) && !other.isEmpty())
        .map(
            other ->
                new TemplateVersion(
                    champion.template(), other, champion.scope(), hypothesis.inWords()));
  }

  private Optional<List<PlannedStep>> adopting(Pattern pattern, List<PlannedStep> steps) {
    if (pattern instanceof StepPresent wanted) {
      return past.example(wanted.step()).map(step -> inserted(step, steps));
    }
    if (pattern instanceof Order wanted) {
      return Optional.of(moved(wanted.first(), wanted.second(), steps));
    }
    if (pattern instanceof OptionSet wanted) {
      return Optional.of(changed(wanted.step(), steps, step -> with(step, wanted)));
    }
    Attempts wanted = (Attempts) pattern;
    return past.example(wanted.step(), wanted.most())
        .map(like -> changed(wanted.step(), steps, step -> step.withRetry(like.retry())));
  }

  private static Optional<List<PlannedStep>> dropping(Pattern pattern, List<PlannedStep> steps) {
    if (pattern instanceof StepPresent bad) {
      return Optional.of(steps)
          .filter(all -> all.stream().noneMatch(step -> isCritical(step, bad.step())))
          .map(all -> all.stream().filter(step -> !step.name().equals(bad.step())).toList());
    }
    if (pattern instanceof Order bad) {
      return Optional.of(moved(bad.second(), bad.first(), steps));
    }
    if (pattern instanceof OptionSet bad) {
      return Optional.of(changed(bad.step(), steps, step -> without(step, bad.option())));
    }
    return Optional.empty(); // that so many attempts are bad does not say how many are good
  }

  private static boolean isCritical(PlannedStep step, String name) {
    return step.name().equals(name) && step.criticality() == Criticality.CRITICAL;
  }

  /** After the last of the steps that stood before it where it was seen. */
  private List<PlannedStep> inserted(PlannedStep step, List<PlannedStep> steps) {
    List<String> before = past.before(step.name());
    int place = 0;
    for (int i = 0; i < steps.size(); i++) {
      place = before.contains(steps.get(i).name()) ? i + 1 : place;
    }
    List<PlannedStep> more = new ArrayList<>(steps);
    more.add(place, step);
    return more;
  }

  private static List<PlannedStep> moved(String name, String ahead, List<PlannedStep> steps) {
    List<PlannedStep> moved = new ArrayList<>(steps);
    Optional<PlannedStep> step = steps.stream().filter(one -> one.name().equals(name)).findFirst();
    step.ifPresent(
        one -> {
          moved.remove(one);
          List<String> names = moved.stream().map(PlannedStep::name).toList();
          moved.add(Math.max(0, names.indexOf(ahead)), one);
        });
    return moved;
  }

  private static List<PlannedStep> changed(
      String name, List<PlannedStep> steps, UnaryOperator<PlannedStep> change) {
    return steps.stream()
        .map(step -> step.name().equals(name) ? change.apply(step) : step)
        .toList();
  }

  private static PlannedStep with(PlannedStep step, OptionSet wanted) {
    Map<String, List<String>> options = new HashMap<>(step.options());
    options.put(wanted.option(), wanted.values());
    return step.withOptions(options);
  }

  private static PlannedStep without(PlannedStep step, String option) {
    Map<String, List<String>> options = new HashMap<>(step.options());
    options.remove(option);
    return step.withOptions(options);
  }
}
