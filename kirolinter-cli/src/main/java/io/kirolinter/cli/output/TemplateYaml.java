package io.kirolinter.cli.output;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.analysis.Scope.SourceSets;
import io.kirolinter.core.condition.Condition;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.workflow.template.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A template as a file that defines it: {@code agent templates add} takes it in again. */
public final class TemplateYaml {

  private final List<String> lines = new ArrayList<>();

  private TemplateYaml() {}

  /** {@return the text of the file} */
  public static String of(Template template) {
    TemplateYaml yaml = new TemplateYaml();
    yaml.lines.add("name: " + template.name());
    yaml.lines.add("description: " + quoted(template.sentence()));
    yaml.scope(template.scope());
    yaml.lines.add("steps:");
    template.steps().forEach(yaml::step);
    return yaml.lines.stream().map("%s%n"::formatted).collect(Collectors.joining());
  }

  private void scope(Scope scope) {
    if (scope.equals(Scope.everything())) {
      return;
    }
    lines.add("scope:");
    list("  categories", scope.categories().stream().map(Category::label).toList());
    list("  rules", texts(scope.rules()));
    list("  paths", texts(scope.paths()));
    lines.add("  fixes: " + label(scope.fixes()));
    lines.add("  order: " + label(scope.order()));
    lines.add("  effort: " + label(scope.effort()));
    lines.add("  include-tests: " + (scope.sources() == SourceSets.MAIN_AND_TEST));
  }

  private void step(PlannedStep step) {
    lines.add("  - step: " + step.name());
    lines.add("    critical: " + (step.criticality() == Criticality.CRITICAL));
    retry(step.retry());
    step.timeLimit().ifPresent(limit -> lines.add("    timeout: " + time(limit)));
    if (!step.when().isEmpty()) {
      lines.add("    when:");
      step.when().forEach(this::condition);
    }
    if (!step.options().isEmpty()) {
      lines.add("    options:");
      step.options().forEach((name, values) -> option("      " + name, values));
    }
  }

  private void retry(RetryPolicy retry) {
    String waits =
        retry.firstDelay().isZero()
            ? ""
            : ", wait: %s, longest-wait: %s"
                .formatted(time(retry.firstDelay()), time(retry.maxDelay()));
    lines.add("    retry: { times: %d%s }".formatted(retry.maxAttempts() - 1, waits));
  }

  private void condition(Condition condition) {
    String value =
        condition
            .severity()
            .map(one -> "{ severity: %s, at-least: %d }".formatted(label(one), condition.atLeast()))
            .orElseGet(() -> String.valueOf(condition.atLeast()));
    lines.add("      %s: %s".formatted(condition.measure().label(), value));
  }

  private void list(String key, Collection<String> values) {
    if (!values.isEmpty()) {
      lines.add(
          "%s: [%s]"
              .formatted(
                  key,
                  values.stream().map(TemplateYaml::quoted).collect(Collectors.joining(", "))));
    }
  }

  private void option(String key, List<String> values) {
    if (values.size() == 1 && values.get(0).matches("[0-9]+|true|false")) {
      lines.add(key + ": " + values.get(0));
    } else {
      list(key, values);
    }
  }

  private static List<String> texts(Collection<?> values) {
    return values.stream().map(Object::toString).toList();
  }

  /** Every JSON text is a YAML text. */
  private static String quoted(String text) {
    return Json.write(text);
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String time(Duration time) {
    long millis = time.toMillis();
    if (millis % 1000 != 0) {
      return millis + "ms";
    }
    long seconds = millis / 1000;
    if (seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
