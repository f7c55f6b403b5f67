package io.kirolinter.cli.option;

import io.kirolinter.analytics.insight.Insight;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.Interrupts;
import io.kirolinter.cli.output.ProgressLines;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.Run;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunHandle;
import io.kirolinter.workflow.coordinator.RunRequest;
import io.kirolinter.workflow.template.Templates;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that lets a metric that gets worse start a workflow. */
public final class DeclineOption {

  /** A decline lasts longer than that: it is not to start a run at each look. */
  private static final Duration BETWEEN = Duration.ofDays(1);

  @Option(
      names = "--on-decline",
      paramLabel = "TEMPLATE",
      description =
          "Run this template once a day at most if a metric gets worse; a daemon looks after each run. Changes end on a branch. "
              + "KIROLINTER_ON_DECLINE by default.")
  private Optional<String> template = Optional.empty();

  /** Before anything is looked at. */
  public void requireKnown(Environment environment, Repository repository) {
    template.ifPresent(name -> Wiring.templates(environment).choose(name, repository));
  }

  /** {@return this option for another command} */
  List<String> arguments() {
    return template.map(name -> List.of("--on-decline", name)).orElse(List.of());
  }

  /**
   * Starts the run, unless nothing got worse, nobody wants one, or one was started a day ago or
   * less.
   */
  public Optional<RunHandle> start(
      Wiring wiring, Coordinator coordinator, Repository repository, Insight insight) {
    boolean wanted =
        template.isPresent()
            && !insight.warnings().isEmpty()
            && wiring.stores().upkeep().takeTurn("on-decline:" + repository.id(), BETWEEN);
    return wanted
        ? Optional.of(
            coordinator.start(template.orElseThrow(), repository, RunRequest.background()))
        : Optional.empty();
  }

  /** {@return what happened, for people} */
  public String told(Insight insight, Run run) {
    return "%s: ran %s, which %s; kirolinter agent status %s"
        .formatted(
            insight.warnings().get(0).text(),
            run.plan().template(),
            run.state().status().label(),
            run.id());
  }

  /** Does the run, if there is to be one, and tells of it. */
  public void react(Environment environment, Wiring wiring, Repository repository, Insight insight)
      throws InterruptedException {
    ProgressLines progress =
        new ProgressLines(environment.err(), ProgressLines.LineStyle.QUIET, environment.clock());
    try (Coordinator coordinator =
        wiring.coordinator(progress, environment.err(), Templates.builtIn())) {
      Optional<RunHandle> started = start(wiring, coordinator, repository, insight);
      if (started.isPresent()) {
        Run run = Interrupts.await(started.get(), Optional.empty(), environment.err());
        environment.err().println(told(insight, run));
        environment.err().flush();
      }
    }
  }

  /** {@return the template of the workflow that a decline starts; empty for none} */
  public Optional<String> template() {
    return template;
  }
}
