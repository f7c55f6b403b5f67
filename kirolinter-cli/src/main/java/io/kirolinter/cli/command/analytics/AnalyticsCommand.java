package io.kirolinter.cli.command.analytics;

import io.kirolinter.analytics.dashboard.DashboardPage;
import io.kirolinter.analytics.insight.Insight;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.DeclineOption;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.OutputOption;
import io.kirolinter.cli.option.WindowOptions;
import io.kirolinter.cli.option.value.FormatNames;
import io.kirolinter.cli.output.AnalyticsText;
import io.kirolinter.cli.output.Format;
import io.kirolinter.cli.wiring.InsightRequest;
import io.kirolinter.cli.wiring.LanguageModel;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.repository.Repository;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says how the runs and the code of a repository did. */
@Command(
    name = "analytics",
    description = "How the workflows and the code of a repository did over time.")
public final class AnalyticsCommand implements Callable<Integer>, FormatNames.MoreFormats {

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin WindowOptions window = new WindowOptions();
  @Mixin DeclineOption decline = new DeclineOption();

  @Option(names = "--workflows", required = true, description = "Look at workflow runs.")
  boolean workflows;

  @Mixin OutputOption output = new OutputOption();

  private final Environment environment;

  AnalyticsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Set<Format> formats() {
    return Set.of(Format.TEXT, Format.JSON, Format.HTML);
  }

  @Override
  public Integer call() throws InterruptedException {
    InsightRequest request = window.request(environment);
    Optional<Repository> repository = window.repository(environment);
    repository.ifPresent(place -> decline.requireKnown(environment, place));
    try (Wiring wiring = Wiring.open(environment, global.memory())) {
      Instant now = environment.clock().instant();
      Insight insight = LanguageModel.worded(environment, request.insight(wiring.stores(), now));
      output.print(
          environment,
          switch (global.format()) {
            case JSON -> Json.writePretty(insight) + System.lineSeparator();
            case HTML -> DashboardPage.file(request.dashboard(wiring.stores(), insight, now));
            default -> AnalyticsText.of(insight);
          });
      if (repository.isPresent()) {
        decline.react(environment, wiring, repository.get(), insight);
      }
      return ExitCode.DONE;
    }
  }
}
