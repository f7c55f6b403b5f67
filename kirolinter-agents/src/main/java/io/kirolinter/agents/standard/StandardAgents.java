package io.kirolinter.agents.standard;

import io.kirolinter.agents.fix.FixStep;
import io.kirolinter.agents.fix.classpath.LibraryFolders;
import io.kirolinter.agents.integrate.IntegrateStep;
import io.kirolinter.agents.learn.LearnStep;
import io.kirolinter.agents.notify.NotifyStep;
import io.kirolinter.agents.pmd.PmdAnalyzer;
import io.kirolinter.agents.predict.PredictStep;
import io.kirolinter.agents.review.JavaAnalyzer;
import io.kirolinter.agents.review.ReviewNames;
import io.kirolinter.agents.review.ReviewStep;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.notice.Channel;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.step.Agent;
import io.kirolinter.core.step.Step;
import java.util.List;

/** The six agents that every built-in template is made of. */
public final class StandardAgents {

  private StandardAgents() {}

  /** {@return the agents with the analyzers java and, for thorough runs, pmd; nobody to notify} */
  public static List<Agent> withDefaults() {
    return of(
        List.of(JavaAnalyzer.withAllRules(workers()), PmdAnalyzer.withBundledRules(workers())),
        List.of());
  }

  /**
   * {@return predictor, reviewer, fixer, integrator, learner and notifier}
   *
   * @param analyzers what the reviewer works with
   * @param channels what the notifier works with
   */
  public static List<Agent> of(List<Analyzer> analyzers, List<Channel> channels) {
    return of(analyzers, channels, Settings.none());
  }

  /**
   * {@return the same, for a user}
   *
   * @param ofUser what counts where a repository has settled nothing
   */
  public static List<Agent> of(List<Analyzer> analyzers, List<Channel> channels, Settings ofUser) {
    return of(analyzers, channels, ofUser, LibraryFolders.none());
  }

  /**
   * {@return the same, where the libraries of the user are known}
   *
   * @param libraries what fixes are compiled with, as far as it lies there
   */
  public static List<Agent> of(
      List<Analyzer> analyzers, List<Channel> channels, Settings ofUser, LibraryFolders libraries) {
    NotifyStep notify = new NotifyStep(channels).knowing(ReviewNames.vocabulary(analyzers));
    return of(analyzers, notify, ofUser, libraries);
  }

  /**
   * {@return the same, where the notifier reaches people outside}
   *
   * @param notify the notifier's step
   */
  public static List<Agent> of(
      List<Analyzer> analyzers, NotifyStep notify, Settings ofUser, LibraryFolders libraries) {
    return of(analyzers, notify, new IntegrateStep(), ofUser, libraries);
  }

  /**
   * {@return the same, where the integrator reaches forges}
   *
   * @param integrate the integrator's step
   */
  public static List<Agent> of(
      List<Analyzer> analyzers,
      NotifyStep notify,
      IntegrateStep integrate,
      Settings ofUser,
      LibraryFolders libraries) {
    return List.of(
        new OneStepAgent("predictor", new PredictStep()),
        new OneStepAgent("reviewer", new ReviewStep(analyzers, ofUser, integrate.forges())),
        new OneStepAgent("fixer", FixStep.withAllRules(workers()).withLibraries(libraries)),
        new OneStepAgent("integrator", integrate),
        new OneStepAgent("learner", new LearnStep(ofUser, workers())),
        new OneStepAgent("notifier", notify));
  }

  private static int workers() {
    return Runtime.getRuntime().availableProcessors();
  }

  private record OneStepAgent(String name, Step step) implements Agent {

    @Override
    public List<Step> steps() {
      return List.of(step);
    }
  }
}
