package io.kirolinter.cli.template;

import io.kirolinter.cli.settings.EffectiveSettings;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.TemplateOrigin;
import java.util.List;

/** A template, and who brought it along. */
public record ChosenTemplate(Template template, TemplateOrigin origin) {

  /**
   * {@return the settings with the analyzers that the template names, as far as its origin may name
   * any: a repository's own template none but what its settings may}
   */
  public EffectiveSettings over(EffectiveSettings settings) {
    List<String> named = template.analyzers();
    if (named.isEmpty()) {
      return settings;
    }
    boolean foreign = origin == TemplateOrigin.REPOSITORY;
    return new EffectiveSettings(
        settings.home(),
        settings.repository(),
        settings.ofRepository().withAnalyzers(foreign ? named : List.of()),
        foreign ? settings.ofUser() : settings.ofUser().withAnalyzers(named));
  }
}
