package io.kirolinter.core.settings;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;

/** The words of JSON schema that the schemas of settings are made of. */
final class SchemaWords {

  private SchemaWords() {}

  static Map<String, Object> object(Map<String, Object> keys, List<String> required) {
    ImmutableMap.Builder<String, Object> schema = ImmutableMap.builder();
    schema.put("type", "object").put("additionalProperties", false).put("properties", keys);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema.buildOrThrow();
  }

  static Object text() {
    return ImmutableMap.of("type", "string", "pattern", "\\S");
  }

  static Object truth() {
    return Map.of("type", "boolean");
  }

  static Object count(int least, int most) {
    return ImmutableMap.of("type", "integer", "minimum", least, "maximum", most);
  }

  static Map<String, Object> list(Object items) {
    return ImmutableMap.of("type", "array", "items", items);
  }

  static Object some(Map<String, Object> list) {
    return ImmutableMap.builder().putAll(list).put("minItems", 1).buildOrThrow();
  }

  static Map<String, Object> categories() {
    return list(Map.of("enum", SettingsReader.categories()));
  }

  static <E extends Enum<E>> Object oneOf(Class<E> type) {
    return Map.of("enum", YamlValues.labels(type));
  }

  static Object anyOf(Object... schemas) {
    return Map.of("anyOf", List.of(schemas));
  }

  static Object ref(String place) {
    return Map.of("$ref", place);
  }

  /** A whole text of this form. */
  static Object form(String pattern) {
    return ImmutableMap.of("type", "string", "pattern", "^(?:" + pattern + ")$");
  }

  static Map<String, Object> required(String... keys) {
    return Map.of("required", List.of(keys));
  }
}
