package io.kirolinter.core.template;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.analysis.Scope;
import java.util.List;

/**
 * A template as a file defines it.
 *
 * @param place where its name stands
 * @param sentence what it is for; empty if the file does not say
 */
public record TemplateDefinition(
    String name, Place place, String sentence, Scope scope, List<StepDefinition> steps) {

  public TemplateDefinition {
    requireNonNull(place, "place");
    requireNonNull(sentence, "sentence");
    requireNonNull(scope, "scope");
    steps = List.copyOf(steps);
  }
}
