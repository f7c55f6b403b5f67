package io.kirolinter.cli.command.template;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.output.TemplateListing;
import io.kirolinter.cli.template.OwnTemplates.Added;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.workflow.template.TemplateOrigin;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Keeps a template of the user's own. */
@Command(
    name = "add",
    description = "Keep the template that a YAML file defines, for all repositories.")
final class TemplatesAddCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Parameters(paramLabel = "FILE", description = "The file; one of the same name is replaced.")
  Path file = Path.of("");

  private final Environment environment;

  TemplatesAddCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Added added = Wiring.templates(environment).add(environment.folder().resolve(file));
    Results.print(
        environment.out(),
        global.format(),
        () -> TemplateListing.of(added.template(), TemplateOrigin.USER),
        () -> text(added));
    return ExitCode.DONE;
  }

  private static String text(Added added) {
    return "%s template '%s', version %d: %s.%n"
        .formatted(
            added.replaced() ? "Replaced" : "Added",
            added.template().name(),
            added.template().version(),
            String.join(", ", added.template().stepNames()));
  }
}
