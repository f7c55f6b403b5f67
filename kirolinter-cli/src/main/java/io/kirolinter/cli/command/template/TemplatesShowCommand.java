package io.kirolinter.cli.command.template;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.RepositoryOption;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.output.TemplateListing;
import io.kirolinter.cli.output.TemplateYaml;
import io.kirolinter.cli.template.ChosenTemplate;
import io.kirolinter.cli.wiring.Wiring;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows a template as a file that would define it. */
@Command(
    name = "show",
    description = "Show a template with all it settles, as a file that 'add' takes.")
final class TemplatesShowCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin RepositoryOption repository = new RepositoryOption();

  @Parameters(paramLabel = "NAME", description = "The name of the template.")
  String name = "";

  private final Environment environment;

  TemplatesShowCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    ChosenTemplate chosen =
        Wiring.templates(environment)
            .choose(name, Wiring.repository(environment, repository.path()));
    Results.print(
        environment.out(),
        global.format(),
        () -> TemplateListing.of(chosen.template(), chosen.origin()),
        () -> TemplateYaml.of(chosen.template()));
    return ExitCode.DONE;
  }
}
