package io.kirolinter.cli.command.analytics;

import io.kirolinter.analytics.dashboard.ExperimentPage;
import io.kirolinter.analytics.experiment.ExperimentArchive;
import io.kirolinter.analytics.experiment.ExperimentReport;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.OutputOption;
import io.kirolinter.cli.option.value.FormatNames;
import io.kirolinter.cli.output.ExperimentText;
import io.kirolinter.cli.output.Format;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.experiment.ExperimentQuery;
import io.kirolinter.core.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists experiments, or shows one. */
@Command(name = "experiments", description = "List the newest experiments, or show one.")
public final class ExperimentsCommand implements Callable<Integer>, FormatNames.MoreFormats {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "The experiment to show, with its pairs.")
  Optional<String> id = Optional.empty();

  @Option(names = "--repo", paramLabel = "R", description = "Only experiments on this repository.")
  Optional<Path> repository = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "The most experiments shown; 20 by default.")
  int limit = 20;

  @Mixin OutputOption output = new OutputOption();

  private final Environment environment;

  ExperimentsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Set<Format> formats() {
    return Set.of(Format.TEXT, Format.JSON, Format.HTML);
  }

  @Override
  public Integer call() throws Exception {
    try (Wiring wiring = Wiring.open(environment, global.memory())) {
      ExperimentArchive archive = new ExperimentArchive(wiring.stores().experiments());
      if (id.isPresent()) {
        show(archive.report(id.get()));
      } else {
        list(archive.reports(query()));
      }
      return ExitCode.DONE;
    }
  }

  private ExperimentQuery query() {
    if (limit < 1) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("use", "option", "--limit")
              .found("it was " + limit)
              .expected("1 or more")
              .remedy("Leave it out for the newest 20 experiments."));
    }
    ExperimentQuery newest = ExperimentQuery.newest(limit);
    return repository
        .map(path -> newest.of(Wiring.repository(environment, path).id()))
        .orElse(newest);
  }

  private void show(ExperimentReport report) {
    output.print(
        environment,
        switch (global.format()) {
          case JSON -> Json.writePretty(report) + System.lineSeparator();
          case HTML -> ExperimentPage.file(report, environment.clock().instant());
          default -> ExperimentText.of(report);
        });
  }

  private void list(List<ExperimentReport> reports) {
    output.print(
        environment,
        switch (global.format()) {
          case JSON -> Json.writePretty(reports) + System.lineSeparator();
          case HTML -> throw noPageOfAll();
          default -> ExperimentText.list(reports);
        });
  }

  private static InvalidRequestException noPageOfAll() {
    return new InvalidRequestException(
        ErrorMessage.cannot("use", "option", "--format")
            .found("it was 'html' without the id of an experiment")
            .expected("an id, as there is a page of each experiment")
            .remedy(
                "Name one of those that 'kirolinter agent experiments' lists. All of them are on"
                    + " the page of 'kirolinter agent analytics --workflows --format html'."));
  }
}
