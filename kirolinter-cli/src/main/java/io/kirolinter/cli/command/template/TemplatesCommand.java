package io.kirolinter.cli.command.template;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.RepositoryOption;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.output.TemplateListing;
import io.kirolinter.cli.template.OwnTemplates;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.repository.Repository;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the templates. */
@Command(
    name = "templates",
    description = "List the templates and their steps, and keep templates of your own.",
    subcommands = {
      TemplatesAddCommand.class,
      TemplatesShowCommand.class,
      TemplatesRemoveCommand.class
    })
public final class TemplatesCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin RepositoryOption repository = new RepositoryOption();

  private final Environment environment;

  TemplatesCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Repository place = Wiring.repository(environment, repository.path());
    OwnTemplates own = Wiring.templates(environment);
    List<TemplateListing> all = TemplateListing.of(own.of(place));
    Results.print(
        environment.out(),
        global.format(),
        () -> all,
        () -> all.stream().map(TemplateListing::line).collect(Collectors.joining()));
    own.hidden(place).forEach(this::tellHidden);
    return ExitCode.DONE;
  }

  private void tellHidden(String name) {
    environment
        .err()
        .println("Note: the repository defines '%s' too; yours counts.".formatted(name));
    environment.err().flush();
  }
}
