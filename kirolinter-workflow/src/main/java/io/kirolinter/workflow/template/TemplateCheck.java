package io.kirolinter.workflow.template;

import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.condition.Condition;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.NearestName;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepOption;
import io.kirolinter.core.template.TemplateDefinition;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
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
   * Checks that the template has steps, that each is known and there once, that each finds what it
   * requires among what earlier ones produce, and so do its conditions, and that it has the options
   * that are settled for it.
   *
   * @throws InvalidRequestException if not; it names the step at fault
   */
  public void check(Template template) {
    check(template.steps(), Complaint.about(template.name()));
  }

  /**
   * {@return the template that a file defines, its version made of its content}
   *
   * @throws InvalidRequestException as {@link #check} does, with line and column; and if a template
   *     of a repository allows itself more than a user is asked to review
   */
  public Template defined(TemplateDefinition definition, TemplateOrigin origin) {
    Complaint complaint = Complaint.about(definition);
    if (Templates.isBuiltIn(definition.name())) {
      throw complaint.whole(
          "a built-in template has this name",
          "a name of its own",
          "Give the template another name.");
    }
    DefinedTemplate defined = new DefinedTemplate(definition, this, complaint);
    Template template = defined.template();
    check(template.steps(), complaint);
    if (origin == TemplateOrigin.REPOSITORY) {
      defined.requireModest();
    }
    return template;
  }

  StepDescription describe(String template, String step) {
    return describe(step, 0, Complaint.about(template));
  }

  StepDescription describe(String step, int index, Complaint complaint) {
    StepDescription known = available.get(step);
    if (known == null) {
      throw complaint.step(
          index,
          "there is no step '" + step + "'",
          "steps that an agent offers",
          NearestName.hint(step, available.keySet()));
    }
    return known;
  }

  private void check(List<PlannedStep> steps, Complaint complaint) {
    if (steps.isEmpty()) {
      throw complaint.whole("it has no steps", "at least one step", namesOfAll());
    }
    Set<String> seen = new HashSet<>();
    Set<ArtifactType<?>> produced = new HashSet<>();
    for (int i = 0; i < steps.size(); i++) {
      PlannedStep planned = steps.get(i);
      StepDescription step = describe(planned.name(), i, complaint);
      if (!seen.add(planned.name())) {
        throw complaint.step(
            i,
            "step '" + planned.name() + "' is there twice",
            "each step once",
            "Remove one of the two.");
      }
      checkRequirements(step, i, produced, complaint);
      checkConditions(planned, i, produced, complaint);
      checkOptions(planned, step, i, complaint);
      step.produces().ifPresent(produced::add);
    }
  }

  private void checkRequirements(
      StepDescription step, int index, Set<ArtifactType<?>> produced, Complaint complaint) {
    for (ArtifactType<?> type : step.requires()) {
      if (!produced.contains(type)) {
        throw complaint.step(
            index,
            "step '%s' requires '%s', which no step before it produces"
                .formatted(step.name(), type),
            "a producer before each step that requires its artifact",
            producersOf(type));
      }
    }
  }

  private void checkConditions(
      PlannedStep planned, int index, Set<ArtifactType<?>> produced, Complaint complaint) {
    for (int i = 0; i < planned.when().size(); i++) {
      Condition condition = planned.when().get(i);
      ArtifactType<?> type = condition.measure().source();
      if (!produced.contains(type)) {
        throw complaint.when(
            index,
            i,
            "condition '%s' of step '%s' looks into '%s', which no step before it produces"
                .formatted(condition.measure().label(), planned.name(), type),
            "a producer before each step with a condition on its artifact",
            producersOf(type));
      }
    }
  }

  private static void checkOptions(
      PlannedStep planned, StepDescription step, int index, Complaint complaint) {
    Map<String, StepOption> known =
        step.options().stream().collect(Collectors.toMap(StepOption::name, option -> option));
    planned
        .options()
        .forEach((name, values) -> checkOption(step, name, values, known, index, complaint));
  }

  private static void checkOption(
      StepDescription step,
      String name,
      List<String> values,
      Map<String, StepOption> known,
      int index,
      Complaint complaint) {
    StepOption option = known.get(name);
    if (option == null) {
      throw complaint.option(
          index,
          name,
          "step '%s' has no option '%s'".formatted(step.name(), name),
          "options that the step takes",
          known.isEmpty() ? "It takes none." : NearestName.hint(name, known.keySet()));
    }
    option
        .expectedInPlaceOf(values)
        .ifPresent(
            expected -> {
              throw complaint.option(
                  index,
                  name,
                  "option '%s' is '%s'".formatted(name, String.join(", ", values)),
                  expected,
                  "Correct the value.");
            });
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
}
