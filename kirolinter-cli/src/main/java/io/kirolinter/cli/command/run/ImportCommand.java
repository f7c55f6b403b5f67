package io.kirolinter.cli.command.run;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.json.ForeignJson;
import io.kirolinter.core.run.RunDocument;
import io.kirolinter.core.run.RunId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes in a run that was exported elsewhere. */
@Command(
    name = "import",
    description = "Take in a run that 'agent export' wrote; one that was not over is cancelled.")
public final class ImportCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Parameters(paramLabel = "FILE", description = "A document that 'agent export' wrote.")
  Path file = Path.of("");

  private final Environment environment;

  ImportCommand(Environment environment) {
    this.environment = environment;
  }

  private record Imported(RunId runId, boolean added) {}

  @Override
  public Integer call() throws Exception {
    RunDocument document = RunDocument.read(file.toString(), text());
    try (Wiring wiring = Wiring.open(environment, global.memory())) {
      RunId id = document.run().id();
      boolean added = document.addTo(wiring.stores().journal());
      Results.print(
          environment.out(), global.format(), () -> new Imported(id, added), () -> told(id, added));
      return ExitCode.DONE;
    }
  }

  private static String told(RunId id, boolean added) {
    return added
        ? "Run %s imported. 'kirolinter agent status %s' shows it.%n".formatted(id, id)
        : "Run %s was there already, the very same.%n".formatted(id);
  }

  private String text() {
    Path place = environment.folder().resolve(file);
    try {
      if (Files.isRegularFile(place) && Files.size(place) > 4L * ForeignJson.LARGEST) {
        throw ForeignJson.tooLarge("run", file.toString());
      }
      return Files.readString(place, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("read", "run", file.toString())
              .found(e.getClass().getSimpleName() + ": " + e.getMessage())
              .expected("a file of UTF-8 text that can be read")
              .remedy("Name a document that 'kirolinter agent export' wrote."),
          e);
    }
  }
}
