package io.kirolinter.core.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** As much of JSON schema as ours uses; what it does not know is a failure of the test. */
record JsonSchema(JsonNode root) {

  boolean accepts(JsonNode value) {
    return accepts(root, value);
  }

  private boolean accepts(JsonNode schema, JsonNode value) {
    return StreamSupport.stream(((Iterable<String>) schema::fieldNames).spliterator(), false)
        .allMatch(word -> holds(word, schema.get(word), schema, value));
  }

  private boolean holds(String word, JsonNode wanted, JsonNode schema, JsonNode value) {
    return switch (word) {
      case "$schema", "$defs", "title", "description", "properties" -> true;
      case "$ref" -> accepts(root.at(wanted.textValue().substring(1)), value);
      case "type" -> hasType(wanted, value);
      case "pattern" ->
          !value.isTextual()
              || Pattern.compile(wanted.textValue()).matcher(value.textValue()).find();
      case "maxLength" -> !value.isTextual() || value.textValue().length() <= wanted.intValue();
      case "minimum" -> !value.isNumber() || value.longValue() >= wanted.longValue();
      case "maximum" -> !value.isNumber() || value.longValue() <= wanted.longValue();
      case "minItems" -> !value.isArray() || value.size() >= wanted.intValue();
      case "maxItems" -> !value.isArray() || value.size() <= wanted.intValue();
      case "minProperties" -> !value.isObject() || value.size() >= wanted.intValue();
      case "maxProperties" -> !value.isObject() || value.size() <= wanted.intValue();
      case "enum" -> any(wanted, one -> one.equals(value));
      case "anyOf" -> any(wanted, one -> accepts(one, value));
      case "oneOf" -> stream(wanted).filter(one -> accepts(one, value)).count() == 1;
      case "not" -> !accepts(wanted, value);
      case "items" -> !value.isArray() || all(value, item -> accepts(wanted, item));
      case "required" -> !value.isObject() || all(wanted, key -> value.has(key.textValue()));
      case "propertyNames" ->
          !value.isObject()
              || names(value).allMatch(name -> accepts(wanted, TextNode.valueOf(name)));
      case "additionalProperties" -> !value.isObject() || propertiesHold(schema, wanted, value);
      default -> throw new AssertionError("the schema has an unknown word '" + word + "'");
    };
  }

  private boolean propertiesHold(JsonNode schema, JsonNode others, JsonNode value) {
    return names(value)
        .allMatch(
            name -> {
              JsonNode known = schema.path("properties").path(name);
              if (!known.isMissingNode()) {
                return accepts(known, value.get(name));
              }
              return others.isBoolean() ? others.booleanValue() : accepts(others, value.get(name));
            });
  }

  private static boolean hasType(JsonNode wanted, JsonNode value) {
    return wanted.isArray()
        ? any(wanted, one -> isOf(one.textValue(), value))
        : isOf(wanted.textValue(), value);
  }

  private static boolean isOf(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "number" -> value.isNumber();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      default -> throw new AssertionError("the schema has an unknown type '" + type + "'");
    };
  }

  private static Stream<String> names(JsonNode value) {
    return StreamSupport.stream(((Iterable<String>) value::fieldNames).spliterator(), false);
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static boolean any(JsonNode list, Predicate<JsonNode> test) {
    return stream(list).anyMatch(test);
  }

  private static boolean all(JsonNode list, Predicate<JsonNode> test) {
    return stream(list).allMatch(test);
  }
}
