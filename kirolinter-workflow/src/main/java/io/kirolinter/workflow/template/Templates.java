package io.kirolinter.workflow.template;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.NearestName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The templates that can be run, by name. Immutable. */
public final class Templates {

  private static final List<String> BUILT_IN =
      BuiltInTemplates.all().stream().map(Template::name).toList();

  private final List<Template> templates;

  private Templates(List<Template> templates) {
    this.templates = templates;
  }

  /** {@return the six templates of the product} */
  public static Templates builtIn() {
    return new Templates(BuiltInTemplates.all());
  }

  /**
   * {@return these templates and one more, in place of one of the same name}
   *
   * @throws InvalidRequestException if the name is that of a built-in template
   */
  public Templates with(Template template) {
    if (BUILT_IN.contains(template.name())) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("define", "template", template.name())
              .found("a built-in template has this name")
              .expected("a name of its own")
              .remedy("Give the template another name."));
    }
    Map<String, Template> byName = new LinkedHashMap<>();
    Stream.concat(templates.stream(), Stream.of(template)).forEach(t -> byName.put(t.name(), t));
    return new Templates(List.copyOf(byName.values()));
  }

  /** {@return all templates, the built-in ones first} */
  public List<Template> all() {
    return templates;
  }

  /** {@return those that are not built in} */
  public List<Template> custom() {
    return templates.stream().filter(template -> !BUILT_IN.contains(template.name())).toList();
  }

  public List<String> names() {
    return templates.stream().map(Template::name).toList();
  }

  public Optional<Template> find(String name) {
    return templates.stream().filter(template -> template.name().equals(name)).findFirst();
  }

  /**
   * {@return the template of this name}
   *
   * @throws InvalidRequestException if there is none; it offers the nearest name
   */
  public Template get(String name) {
    return find(name).orElseThrow(() -> unknown(name, names()));
  }

  private static InvalidRequestException unknown(String name, Collection<String> known) {
    return new InvalidRequestException(
        ErrorMessage.cannot("start", "workflow", name)
            .found("there is no such template")
            .expected("the name of a template")
            .remedy(NearestName.hint(name, known)));
  }
}
