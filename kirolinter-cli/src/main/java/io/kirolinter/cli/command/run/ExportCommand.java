package io.kirolinter.cli.command.run;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.RunParameter;
import io.kirolinter.cli.output.ResultFile;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.run.RunDocument;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a run as one JSON document. */
@Command(
    name = "export",
    description = "Write a run as one JSON document, for 'agent import' elsewhere; secrets masked.")
public final class ExportCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Mixin RunParameter run = new RunParameter();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write it to this file, all of it or nothing; without it, to stdout.")
  Optional<Path> output = Optional.empty();

  private final Environment environment;

  ExportCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    try (Wiring wiring = Wiring.open(environment, global.memory())) {
      wiring.run(run.id()); // says what to do if there is none
      String document = RunDocument.of(wiring.stores().journal(), run.id()).orElseThrow().json();
      output
          .map(environment.folder()::resolve)
          .ifPresentOrElse(file -> write(file, document), () -> environment.out().print(document));
      environment.flush();
      return ExitCode.DONE;
    }
  }

  private void write(Path file, String document) {
    ResultFile.write(file, document);
    Results.print(
        environment.out(),
        global.format(),
        () -> Map.of("runId", run.id(), "file", file.toString()),
        () -> "Run %s written to %s.%n".formatted(run.id(), file));
  }
}
