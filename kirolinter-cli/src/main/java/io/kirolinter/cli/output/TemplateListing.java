package io.kirolinter.cli.output;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.TemplateOrigin;
import io.kirolinter.workflow.template.Templates;
import java.util.List;

/** A template as {@code agent templates} tells of it, in text or JSON. */
public record TemplateListing(
    String name,
    int version,
    TemplateOrigin origin,
    String sentence,
    List<PlannedStep> steps,
    Scope scope) {

  /** {@return all templates, the built-in ones first} */
  public static List<TemplateListing> of(Templates templates) {
    return templates.all().stream()
        .map(template -> of(template, templates.originOf(template.name())))
        .toList();
  }

  public static TemplateListing of(Template template, TemplateOrigin origin) {
    return new TemplateListing(
        template.name(),
        template.version(),
        origin,
        template.sentence(),
        template.steps(),
        template.scope());
  }

  /** {@return one line for people} */
  public String line() {
    List<String> names = steps.stream().map(PlannedStep::name).toList();
    return "%-18s %-42s %-11s %s%n"
        .formatted(name, String.join(", ", names), origin.label(), sentence);
  }
}
