package io.kirolinter.core.settings;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.analysis.Scope.Effort;
import io.kirolinter.core.analysis.Scope.FileOrder;
import io.kirolinter.core.analysis.Scope.FixFilter;
import io.kirolinter.core.analysis.Scope.SourceSets;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.settings.Yaml.Entry;
import io.kirolinter.core.template.Place;
import io.kirolinter.core.template.StepDefinition;
import io.kirolinter.core.template.TemplateDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Reads what files say about templates, but for the steps: those are not known here. */
final class TemplateReader {

  static final int MOST_TEMPLATES = 100;
  static final int MOST_STEPS = 50;
  static final int LONGEST_NAME = 60;

  static final List<String> KEYS = List.of("description", "scope", "steps");
  static final List<String> FILE_KEYS = List.of("name", "description", "scope", "steps");
  static final List<String> SCOPE_KEYS =
      List.of("categories", "rules", "paths", "fixes", "order", "effort", "include-tests");

  static final String NAME = "[a-z][a-z0-9]*([_-][a-z0-9]+)*";

  private static final Pattern NAME_FORM = Pattern.compile(NAME);

  private final YamlValues values;
  private final BiFunction<YamlValues, Yaml, RuleId> rule;
  private final StepReader reader;

  TemplateReader(
      YamlValues values,
      BiFunction<YamlValues, Yaml, RuleId> rule,
      BiFunction<YamlValues, Yaml, String> analyzer) {
    this.values = values;
    this.rule = rule;
    reader = new StepReader(values, analyzer);
  }

  /** {@return all templates of a mapping from names to templates} */
  List<TemplateDefinition> all(Yaml templates) {
    List<Entry> entries = values.entries(templates);
    if (entries.size() > MOST_TEMPLATES) {
      throw values.wrong(
          templates, entries.size() + " templates", "at most " + MOST_TEMPLATES + " in one file");
    }
    return entries.stream()
        .map(
            entry ->
                template(
                    name(entry.key(), values.place(entry)),
                    values.place(entry),
                    values.entries(entry.value())))
        .toList();
  }

  /** {@return the template that is alone in its file, and has its name in it} */
  TemplateDefinition single(Yaml file) {
    List<Entry> entries = values.entries(file);
    entries.forEach(entry -> requireKnown(entry, FILE_KEYS));
    Entry named =
        entries.stream()
            .filter(entry -> entry.key().equals("name"))
            .findFirst()
            .orElseThrow(() -> values.wrong(file, "there is no 'name'", "the name of a template"));
    Place place = values.place(named.value());
    return template(
        name(values.text(named.value()), place),
        place,
        entries.stream().filter(entry -> !entry.key().equals("name")).toList());
  }

  private void requireKnown(Entry entry, List<String> known) {
    if (!known.contains(entry.key())) {
      throw values.unknownKey(entry, known);
    }
  }

  private static String name(String text, Place place) {
    if (!NAME_FORM.matcher(text).matches() || text.length() > LONGEST_NAME) {
      throw place.wrong(
          "'%s'".formatted(text),
          "a name of at most %d small letters, digits, '_' and '-'".formatted(LONGEST_NAME),
          "Give the template such a name.");
    }
    return text;
  }

  private TemplateDefinition template(String name, Place place, List<Entry> entries) {
    String sentence = "";
    Scope scope = Scope.everything();
    List<StepDefinition> steps = List.of();
    for (Entry entry : entries) {
      switch (entry.key()) {
        case "description" -> sentence = values.line(entry.value());
        case "scope" -> scope = scope(entry.value());
        case "steps" -> steps = steps(entry.value());
        default -> throw values.unknownKey(entry, KEYS);
      }
    }
    if (steps.isEmpty()) {
      throw place.wrong(
          "template '" + name + "' has no steps",
          "a list of steps under 'steps'",
          "Add the steps, such as 'steps: [analyze, notify]'.");
    }
    return new TemplateDefinition(name, place, sentence, scope, steps);
  }

  private List<StepDefinition> steps(Yaml list) {
    List<StepDefinition> steps = values.items(list, (same, item) -> reader.step(item));
    if (steps.size() > MOST_STEPS) {
      throw values.wrong(list, steps.size() + " steps", "at most " + MOST_STEPS);
    }
    return steps;
  }

  private Scope scope(Yaml value) {
    Scope scope = Scope.everything();
    for (Entry entry : values.entries(value)) {
      scope = scope(scope, entry);
    }
    return scope;
  }

  private Scope scope(Scope scope, Entry entry) {
    Yaml value = entry.value();
    return switch (entry.key()) {
      case "categories" -> scope.withCategories(named(value, "category", SettingsReader::category));
      case "rules" -> scope.withRules(named(value, "rule", rule));
      case "paths" -> scope.withPaths(atLeastOne(value, "path", SettingsReader::glob));
      case "fixes" -> scope.withFixes(values.choice(value, FixFilter.class));
      case "order" -> scope.withOrder(values.choice(value, FileOrder.class));
      case "effort" -> scope.withEffort(values.choice(value, Effort.class));
      case "include-tests" ->
          scope.withSources(values.truth(value) ? SourceSets.MAIN_AND_TEST : SourceSets.MAIN);
      default -> throw values.unknownKey(entry, SCOPE_KEYS);
    };
  }

  private <T> Set<T> named(Yaml value, String kind, BiFunction<YamlValues, Yaml, T> read) {
    return new HashSet<>(atLeastOne(value, kind, read));
  }

  /** An empty list would mean all, which is the contrary of what it looks like. */
  private <T> List<T> atLeastOne(Yaml value, String kind, BiFunction<YamlValues, Yaml, T> read) {
    List<T> items = new ArrayList<>(values.items(value, read));
    if (items.isEmpty()) {
      throw values.wrong(value, "an empty list", "at least one " + kind + ", or no such key");
    }
    return items;
  }
}
