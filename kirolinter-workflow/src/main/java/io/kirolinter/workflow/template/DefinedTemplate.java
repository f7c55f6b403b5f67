package io.kirolinter.workflow.template;

import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.KnownOptions;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.template.StepDefinition;
import io.kirolinter.core.template.StepDefinition.When;
import io.kirolinter.core.template.TemplateDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Makes a template of what a file says, and of what is usual where the file says nothing. */
final class DefinedTemplate {

  private static final String SARIF = "sarif=";

  private final TemplateDefinition definition;
  private final TemplateCheck known;
  private final Complaint complaint;

  DefinedTemplate(TemplateDefinition definition, TemplateCheck known, Complaint complaint) {
    this.definition = definition;
    this.known = known;
    this.complaint = complaint;
  }

  Template template() {
    List<PlannedStep> steps = new ArrayList<>();
    for (int i = 0; i < definition.steps().size(); i++) {
      steps.add(planned(i, definition.steps().get(i)));
    }
    return new Template(definition.name(), 1, sentence(), steps, definition.scope())
        .versionedByContent();
  }

  private String sentence() {
    return definition.sentence().isEmpty()
        ? "Runs %s."
            .formatted(
                definition.steps().stream()
                    .map(StepDefinition::name)
                    .collect(Collectors.joining(", then ")))
        : definition.sentence();
  }

  private PlannedStep planned(int index, StepDefinition step) {
    StepDescription description = known.describe(step.name(), index, complaint);
    return new PlannedStep(
            step.name(),
            step.criticality().orElse(description.criticality()),
            step.retry().orElse(RetryPolicy.standard()))
        .withTimeLimit(step.timeLimit().orElse(BuiltInTemplates.usualLimit(step.name())))
        .withWhen(step.when().stream().map(When::condition).toList())
        .withOptions(options(step));
  }

  private static Map<String, List<String>> options(StepDefinition step) {
    Map<String, List<String>> options = new LinkedHashMap<>();
    step.options().forEach(option -> options.put(option.name(), option.values()));
    return options;
  }

  /**
   * Refuses what only users may say: files outside the repository, and limits above those of a
   * proposal, which are there for whoever reviews it.
   */
  void requireModest() {
    RunOptions usual = RunOptions.applyingTo(ApplyTarget.BRANCH);
    for (int i = 0; i < definition.steps().size(); i++) {
      Map<String, List<String>> options = options(definition.steps().get(i));
      requireAtMost(usual.maxLines(), KnownOptions.MAX_LINES.name(), i, options);
      requireAtMost(usual.maxFiles(), KnownOptions.MAX_FILES.name(), i, options);
      requireInside(i, options);
    }
  }

  private void requireAtMost(
      OptionalInt usual, String name, int index, Map<String, List<String>> options) {
    int most = usual.orElse(Integer.MAX_VALUE);
    for (String value : options.getOrDefault(name, List.of())) {
      if (Integer.parseInt(value) > most) {
        throw complaint.option(
            index,
            name,
            "%s is %s".formatted(name, value),
            "at most %d in a template of a repository".formatted(most),
            "Only --%s, or a template of your own, goes beyond.".formatted(name));
      }
    }
  }

  private void requireInside(int index, Map<String, List<String>> options) {
    String name = KnownOptions.ANALYZERS.name();
    for (String analyzer : options.getOrDefault(name, List.of())) {
      if (analyzer.startsWith(SARIF) && !isInside(analyzer.substring(SARIF.length()))) {
        throw complaint.option(
            index,
            name,
            "'%s' lies outside of the repository".formatted(analyzer),
            "files inside it, in a template of a repository",
            "Name it by --analyzer, or in a template of your own.");
      }
    }
  }

  private static boolean isInside(String path) {
    try {
      return !SourcePath.of(path).value().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
