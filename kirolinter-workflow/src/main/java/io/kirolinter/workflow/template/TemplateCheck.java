package io.kirolinter.workflow.template;

import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.NearestName;
import io.kirolinter.core.step.StepDescription;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checks templates against the steps that are there, before anything runs. Immutable. */
public final class TemplateCheck {

  private final Map<String, StepDescription> available = new TreeMap<>();

  /** Makes a check against {@code available} steps, whose names differ. */
  public TemplateCheck(Collection<StepDescription> available) {
    available.forEach(step -> this.available.put(step.name(), step));
  }

  /**
   * Checks that the template has steps, that each is known and there once, and that each finds what
   * it requires among what earlier ones produce.
   *
   * @throws InvalidRequestException if not; it names the step at fault
   */
  public void check(Template template) {
    if (template.steps().isEmpty()) {
      throw bad(template.name(), "it has no steps", "at least one step", namesOfAll());
    }
    Set<String> seen = new HashSet<>();
    Set<ArtifactType<?>> produced = new HashSet<>();
    for (String name : template.stepNames()) {
      StepDescription step = describe(template.name(), name);
      if (!seen.add(name)) {
        throw bad(
            template.name(),
            "step '" + name + "' is there twice",
            "each step once",
            "Remove one of the two.");
      }
      checkRequirements(template.name(), step, produced);
      step.produces().ifPresent(produced::add);
    }
  }

  StepDescription describe(String template, String step) {
    StepDescription known = available.get(step);
    if (known == null) {
      throw bad(
          template,
          "there is no step '" + step + "'",
          "steps that an agent offers",
          NearestName.hint(step, available.keySet()));
    }
    return known;
  }

  private void checkRequirements(
      String template, StepDescription step, Set<ArtifactType<?>> produced) {
    for (ArtifactType<?> type : step.requires()) {
      if (!produced.contains(type)) {
        throw bad(
            template,
            "step '%s' requires '%s', which no step before it produces"
                .formatted(step.name(), type),
            "a producer before each step that requires its artifact",
            producersOf(type));
      }
    }
  }

  private String producersOf(ArtifactType<?> type) {
    String names =
        available.values().stream()
            .filter(step -> step.produces().filter(type::equals).isPresent())
            .map(step -> "'" + step.name() + "'")
            .collect(Collectors.joining(" or "));
    return names.isEmpty() ? "Remove the step." : "Put " + names + " before it.";
  }

  private String namesOfAll() {
    return "Known steps: " + String.join(", ", available.keySet()) + ".";
  }

  private static InvalidRequestException bad(
      String template, String found, String expected, String remedy) {
    return new InvalidRequestException(
        ErrorMessage.cannot("use", "template", template)
            .found(found)
            .expected(expected)
            .remedy(remedy));
  }
}
