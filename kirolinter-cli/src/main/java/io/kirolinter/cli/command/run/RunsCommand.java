package io.kirolinter.cli.command.run;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.value.RepositoryPlaceConverter;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.output.RunList;
import io.kirolinter.cli.wiring.RepositoryPlace;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.run.RunQuery;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists runs. */
@Command(name = "runs", description = "List the newest runs.")
public final class RunsCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Option(
      names = "--repo",
      paramLabel = "R",
      converter = RepositoryPlaceConverter.class,
      description = "Only runs of this repository.")
  Optional<RepositoryPlace> repository = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "The most runs shown; 20 by default.")
  int limit = 20;

  private final Environment environment;

  RunsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    RunQuery newest = RunQuery.newest(requirePositive(limit));
    RunQuery query =
        repository.map(path -> newest.of(Wiring.repository(environment, path).id())).orElse(newest);
    try (Wiring wiring = Wiring.open(environment, global.memory())) {
      RunJournal journal = wiring.stores().journal();
      List<Run> runs = journal.list(query);
      Results.print(
          environment.out(),
          global.format(),
          () -> RunList.json(runs, journal),
          () -> RunList.text(runs, journal));
      return ExitCode.DONE;
    }
  }

  private static int requirePositive(int limit) {
    if (limit < 1) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("use", "option", "--limit")
              .found("it was " + limit)
              .expected("1 or more")
              .remedy("Leave it out for the newest 20 runs."));
    }
    return limit;
  }
}
