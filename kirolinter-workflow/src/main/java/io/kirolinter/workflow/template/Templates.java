package io.kirolinter.workflow.template;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.NearestName;
import java.util.Collection;
import java.util.HashMap;
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
  private final Map<String, TemplateOrigin> origins;

  private Templates(List<Template> templates, Map<String, TemplateOrigin> origins) {
    this.templates = templates;
    this.origins = origins;
  }

  /** {@return the six templates of the product} */
  public static Templates builtIn() {
    return new Templates(BuiltInTemplates.all(), Map.of());
  }

  /**
   * {@return these templates and one more, in place of one of the same name}
   *
   * @throws InvalidRequestException if the name is that of a built-in template
   */
  public Templates with(Template template) {
    return with(template, TemplateOrigin.LIBRARY);
  }

  /**
   * {@return these templates and one more of an origin, in place of one of the same name}
   *
   * @throws InvalidRequestException if the name is that of a built-in template
   */
  public Templates with(Template template, TemplateOrigin origin) {
    if (isBuiltIn(template.name())) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("define", "template", template.name())
              .found("a built-in template has this name")
              .expected("a name of its own")
              .remedy("Give the template another name."));
    }
    Map<String, Template> byName = new LinkedHashMap<>();
    Stream.concat(templates.stream(), Stream.of(template)).forEach(t -> byName.put(t.name(), t));
    Map<String, TemplateOrigin> all = new HashMap<>(origins);
    all.put(template.name(), origin);
    return new Templates(List.copyOf(byName.values()), Map.copyOf(all));
  }

  /** {@return whether no template of one's own may have this name} */
  public static boolean isBuiltIn(String name) {
    return BUILT_IN.contains(name);
  }

  /** {@return who brought the template of this name along} */
  public TemplateOrigin originOf(String name) {
    return origins.getOrDefault(name, TemplateOrigin.BUILT_IN);
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
