package io.kirolinter.cli.command;

import io.kirolinter.analytics.insight.Insight;
import io.kirolinter.cli.output.ProgressLines;
import io.kirolinter.cli.wiring.Environment;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.Run;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunRequest;
import io.kirolinter.workflow.template.Templates;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that lets a metric that gets worse start a workflow. */
final class DeclineOption {

  /** A decline lasts longer than that: it is not to start a run at each look. */
  private static final Duration BETWEEN = Duration.ofDays(1);

  @Option(
      names = "--on-decline",
      paramLabel = "TEMPLATE",
      description =
          "Run this template once a day at most if a metric gets worse; changes end on a branch. "
              + "KIROLINTER_ON_DECLINE by default.")
  Optional<String> template = Optional.empty();

  /** Before anything is looked at. */
  void requireKnown(Environment environment, Repository repository) {
    template.ifPresent(name -> Wiring.templates(environment).choose(name, repository));
  }

  /** {@return the run that was started, at its end} */
  Optional<Run> react(
      Environment environment, Wiring wiring, Repository repository, Insight insight)
      throws InterruptedException {
    if (template.isEmpty()
        || insight.warnings().isEmpty()
        || !wiring.stores().upkeep().takeTurn("on-decline:" + repository.id(), BETWEEN)) {
      return Optional.empty();
    }
    ProgressLines progress =
        new ProgressLines(environment.err(), ProgressLines.LineStyle.QUIET, environment.clock());
    try (Coordinator coordinator =
        wiring.coordinator(progress, environment.err(), Templates.builtIn())) {
      Run run =
          Interrupts.await(
              coordinator.start(template.get(), repository, RunRequest.background()),
              Optional.empty(),
              environment.err());
      environment
          .err()
          .printf(
              "%s: ran %s, which %s; kirolinter agent status %s%n",
              insight.warnings().get(0).text(),
              template.get(),
              run.state().status().label(),
              run.id());
      environment.err().flush();
      return Optional.of(run);
    }
  }
}
