package io.kirolinter.core.settings;

import static io.kirolinter.core.settings.SchemaWords.anyOf;
import static io.kirolinter.core.settings.SchemaWords.categories;
import static io.kirolinter.core.settings.SchemaWords.count;
import static io.kirolinter.core.settings.SchemaWords.form;
import static io.kirolinter.core.settings.SchemaWords.list;
import static io.kirolinter.core.settings.SchemaWords.object;
import static io.kirolinter.core.settings.SchemaWords.oneOf;
import static io.kirolinter.core.settings.SchemaWords.ref;
import static io.kirolinter.core.settings.SchemaWords.some;
import static io.kirolinter.core.settings.SchemaWords.text;
import static io.kirolinter.core.settings.SchemaWords.truth;

import com.google.common.collect.ImmutableMap;
import io.kirolinter.core.analysis.Scope.Effort;
import io.kirolinter.core.analysis.Scope.FileOrder;
import io.kirolinter.core.analysis.Scope.FixFilter;
import io.kirolinter.core.condition.Measure;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.json.Json;
import java.util.List;
import java.util.Map;

/**
 * What a settings file may hold, as a JSON schema for editors and other tools. The reader knows
 * more: which rules, analyzers and steps there are, and what stands there twice.
 */
public final class SettingsSchema {

  private static final String TEMPLATE = "#/$defs/template";
  private static final String LIST = "#/$defs/texts";

  private SettingsSchema() {}

  /** {@return the schema, over several lines} */
  public static String json() {
    return Json.writePretty(
            ImmutableMap.builder()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "Settings of KiroLinter")
                .put("description", "For .kirolinter.yaml, and for config.yaml of a user.")
                .putAll(object(settings(), List.of()))
                .put("$defs", definitions())
                .buildOrThrow())
        + "\n";
  }

  private static Map<String, Object> definitions() {
    return ImmutableMap.<String, Object>builder()
        .put("text", text())
        .put("texts", list(ref("#/$defs/text")))
        .put("time", ImmutableMap.of("type", "string", "pattern", "^" + TimeText.FORM + "$"))
        .putAll(NotifySchema.definitions())
        .put("template", object(template(), List.of("steps")))
        .put("templateFile", templateFile())
        .put("step", object(step(), List.of("step")))
        .buildOrThrow();
  }

  private static Map<String, Object> settings() {
    ImmutableMap.Builder<String, Object> keys = ImmutableMap.builder();
    for (SettingsKey key : SettingsKey.values()) {
      keys.put(key.written(), setting(key));
    }
    return keys.buildOrThrow();
  }

  private static Object setting(SettingsKey key) {
    return switch (key) {
      case ANALYZERS, EXCLUDE, GENERATED -> ref(LIST);
      case PMD -> object(ImmutableMap.of("rulesets", ref(LIST)), List.of());
      case SUPPRESS -> list(suppression());
      case BASELINE, VERIFY -> ref("#/$defs/text");
      case INCLUDE_TESTS -> truth();
      case NOTIFY -> list(ref(NotifySchema.ENTRY));
      case PROPOSALS -> object(proposals(), List.of());
      case BACKGROUND -> object(background(), List.of());
      case LEARN -> object(ImmutableMap.of(LearnReader.SHARE, LearnReader.schema()), List.of());
      case TEMPLATES ->
          ImmutableMap.of(
              "type",
              "object",
              "maxProperties",
              TemplateReader.MOST_TEMPLATES,
              "propertyNames",
              name(),
              "additionalProperties",
              ref(TEMPLATE));
    };
  }

  private static Map<String, Object> proposals() {
    Object count = count(1, ProposalReader.MOST_COUNTED);
    Object size = count(1, ProposalReader.LARGEST);
    return ImmutableMap.ofEntries(
        Map.entry("per-hour", count),
        Map.entry("most-open", count),
        Map.entry("most-files", size),
        Map.entry("most-lines", size),
        Map.entry("most-fixes", size),
        Map.entry("draft", truth()),
        Map.entry("labels", list(text())),
        Map.entry("reviewers", truth()),
        Map.entry("code-scanning", truth()),
        Map.entry("blame-ignore", truth()),
        Map.entry("forges", list(forge())));
  }

  private static Object forge() {
    return object(
        ImmutableMap.of(
            "host",
            form("(?:" + ProposalReader.HOST.replace("a-z", "A-Za-z") + ")"),
            "kind",
            form(ProposalReader.KIND),
            "api",
            form(ProposalReader.API)),
        List.of("host", "kind"));
  }

  /** For the user's own file. */
  private static Map<String, Object> background() {
    return ImmutableMap.of(
        BackgroundReader.MAX_LOAD,
        ImmutableMap.of("type", "number", "minimum", 0.01, "maximum", 9999.99),
        BackgroundReader.ON_BATTERY,
        truth(),
        BackgroundReader.QUIET_HOURS,
        list(SchemaWords.form(QuietHours.FORM)));
  }

  private static Object suppression() {
    Map<String, Object> keys =
        ImmutableMap.of("rules", ref(LIST), "categories", categories(), "paths", ref(LIST));
    return ImmutableMap.builder()
        .putAll(object(keys, List.of()))
        .put("minProperties", 1)
        .buildOrThrow();
  }

  private static Object name() {
    return ImmutableMap.of(
        "type",
        "string",
        "pattern",
        "^" + TemplateReader.NAME + "$",
        "maxLength",
        TemplateReader.LONGEST_NAME);
  }

  private static Map<String, Object> templateFile() {
    return object(
        ImmutableMap.<String, Object>builder()
            .put("name", name())
            .putAll(template())
            .buildOrThrow(),
        List.of("name", "steps"));
  }

  private static Map<String, Object> template() {
    return ImmutableMap.of(
        "description",
        ImmutableMap.of("type", "string", "pattern", "\\S", "maxLength", YamlValues.LONGEST_LINE),
        "scope",
        object(scope(), List.of()),
        "steps",
        ImmutableMap.of(
            "type",
            "array",
            "minItems",
            1,
            "maxItems",
            TemplateReader.MOST_STEPS,
            "items",
            anyOf(ref("#/$defs/text"), ref("#/$defs/step"))));
  }

  private static Map<String, Object> scope() {
    return ImmutableMap.<String, Object>builder()
        .put("categories", some(categories()))
        .put("rules", some(list(ref("#/$defs/text"))))
        .put("paths", some(list(ref("#/$defs/text"))))
        .put("fixes", oneOf(FixFilter.class))
        .put("order", oneOf(FileOrder.class))
        .put("effort", oneOf(Effort.class))
        .put("include-tests", truth())
        .buildOrThrow();
  }

  private static Map<String, Object> step() {
    return ImmutableMap.<String, Object>builder()
        .put("step", ref("#/$defs/text"))
        .put("critical", truth())
        .put("retry", object(retry(), List.of()))
        .put("timeout", ref("#/$defs/time"))
        .put(
            "when",
            ImmutableMap.builder()
                .putAll(object(conditions(), List.of()))
                .put("minProperties", 1)
                .buildOrThrow())
        .put(
            "options",
            ImmutableMap.of(
                "type",
                "object",
                "additionalProperties",
                Map.of("type", List.of("string", "number", "boolean", "array"))))
        .buildOrThrow();
  }

  private static Map<String, Object> retry() {
    return ImmutableMap.of(
        "times",
        count(0, StepReader.MOST_RETRIES),
        "wait",
        ref("#/$defs/time"),
        "longest-wait",
        ref("#/$defs/time"));
  }

  private static Map<String, Object> conditions() {
    ImmutableMap.Builder<String, Object> keys = ImmutableMap.builder();
    for (Measure measure : Measure.values()) {
      Object count = count(1, StepReader.MOST_COUNTED);
      keys.put(measure.label(), measure == Measure.FINDINGS ? findings(count) : count);
    }
    return keys.buildOrThrow();
  }

  private static Object findings(Object count) {
    Object severity = oneOf(Severity.class);
    return anyOf(
        severity,
        count,
        object(ImmutableMap.of("severity", severity, "at-least", count), List.of()));
  }
}
