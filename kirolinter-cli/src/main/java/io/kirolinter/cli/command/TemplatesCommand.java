package io.kirolinter.cli.command;

import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.wiring.Environment;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.Templates;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the templates. */
@Command(name = "templates", description = "List the templates and their steps.")
final class TemplatesCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  private final Environment environment;

  TemplatesCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    List<Template> templates = Templates.builtIn().all();
    Results.print(
        environment.out(),
        global.format,
        () -> templates,
        () -> templates.stream().map(TemplatesCommand::line).collect(Collectors.joining()));
    return ExitCode.DONE;
  }

  private static String line(Template template) {
    return "%-18s %-42s %s%n"
        .formatted(template.name(), String.join(", ", template.stepNames()), template.sentence());
  }
}
