package io.kirolinter.cli.output;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.TemplateOrigin;
import io.kirolinter.workflow.template.Templates;
import java.util.List;

/**
 * A template as {@code agent templates} tells of it, in text or JSON.
 *
 * @param origin who brought it along: {@code built-in}, {@code user} or {@code repository}
 */
public record TemplateListing(
    String name,
    int version,
    String origin,
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
        origin.label(),
        template.sentence(),
        template.steps(),
        template.scope());
  }

  /** {@return one line for people} */
  public String line() {
    List<String> names = steps.stream().map(PlannedStep::name).toList();
    boolean own = !origin.equals(TemplateOrigin.BUILT_IN.label());
    return "%-18s %-42s %s%s%n"
        .formatted(name, String.join(", ", names), sentence, own ? " (" + origin + ")" : "");
  }
}
