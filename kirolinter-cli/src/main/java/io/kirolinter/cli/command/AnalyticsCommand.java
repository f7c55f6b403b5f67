package io.kirolinter.cli.command;

import io.kirolinter.analytics.workflow.RunFacts;
import io.kirolinter.analytics.workflow.WorkflowAnalytics;
import io.kirolinter.analytics.workflow.WorkflowReport;
import io.kirolinter.cli.output.AnalyticsText;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.wiring.Environment;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.run.RunQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says how the runs of a repository did. */
@Command(name = "analytics", description = "How the workflows of a repository did.")
final class AnalyticsCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin RepositoryOption repository = new RepositoryOption();

  @Option(names = "--workflows", required = true, description = "Look at workflow runs.")
  boolean workflows;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      defaultValue = "30d",
      converter = IntervalConverter.class,
      description = "How far back, such as 24h, 30d (the default) or 8w.")
  Duration since = Duration.ofDays(30);

  private final Environment environment;

  AnalyticsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    RepositoryId id = Wiring.repository(environment, repository.path).id();
    try (Wiring wiring = Wiring.open(environment, global.memory)) {
      WorkflowReport report = WorkflowAnalytics.of(facts(wiring.stores().journal(), id));
      Results.print(environment.out(), global.format, () -> report, () -> AnalyticsText.of(report));
      return ExitCode.DONE;
    }
  }

  private List<RunFacts> facts(RunJournal journal, RepositoryId id) {
    Instant oldest = environment.clock().instant().minus(since);
    return journal.list(RunQuery.newest(Integer.MAX_VALUE).of(id)).stream()
        .filter(run -> !run.plan().createdAt().isBefore(oldest))
        .map(run -> RunFacts.of(run, journal.artifacts(run.id())))
        .toList();
  }
}
