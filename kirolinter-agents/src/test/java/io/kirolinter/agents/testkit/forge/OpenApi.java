package io.kirolinter.agents.testkit.forge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The description of a forge's interface, as far as the program uses it: tells what is wrong with a
 * request, or with an answer that a test gives.
 */
final class OpenApi implements Description {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<JsonNode, Schema> SCHEMAS = new ConcurrentHashMap<>();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode paths;

  private OpenApi(JsonNode paths) {
    this.paths = paths;
  }

  /** Reads a description among the resources of the tests. */
  static OpenApi of(String name) {
    try (InputStream in = OpenApi.class.getResourceAsStream("/forge/" + name + ".openapi.json")) {
      return new OpenApi(JSON.readTree(Objects.requireNonNull(in, name)).get("paths"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One operation of the interface. */
  private record Operation(String name, JsonNode description) {}

  @Override
  public List<String> faults(String method, String path, Map<String, String> query, String body) {
    Optional<Operation> operation = operation(method, path);
    if (operation.isEmpty()) {
      return List.of(method + " " + path + " is not described");
    }
    List<String> faults = new ArrayList<>();
    query.forEach((name, value) -> faults.addAll(parameter(operation.get(), name, value)));
    JsonNode schema =
        operation
            .get()
            .description()
            .at("/requestBody/content")
            .path("application/json")
            .path("schema");
    if (!body.isEmpty()) {
      faults.addAll(bodyFaults(operation.get().name(), schema, body));
    } else if (operation.get().description().at("/requestBody/required").asBoolean()) {
      faults.add(operation.get().name() + " needs a body");
    }
    return faults;
  }

  @Override
  public List<String> answerFaults(String method, String path, int status, JsonNode body) {
    Operation operation = operation(method, path).orElseThrow();
    JsonNode answers = operation.description().path("responses");
    if (!answers.has(String.valueOf(status))) {
      return List.of(operation.name() + " never answers " + status);
    }
    JsonNode schema =
        answers.path(String.valueOf(status)).at("/content").path("application/json").path("schema");
    return schema.isMissingNode() ? List.of() : violations(operation.name(), schema, body);
  }

  private static List<String> bodyFaults(String name, JsonNode schema, String body) {
    if (schema.isMissingNode()) {
      return List.of(name + " takes no body");
    }
    try {
      JsonNode given = JSON.readTree(body);
      List<String> faults = new ArrayList<>(violations(name, schema, given));
      given
          .fieldNames()
          .forEachRemaining(
              field -> {
                if (!fields(schema).contains(field)) {
                  faults.add(name + " has no field '" + field + "'");
                }
              });
      return faults;
    } catch (IOException e) {
      return List.of(name + ": no JSON: " + body);
    }
  }

  private static Set<String> fields(JsonNode schema) {
    Set<String> fields = new HashSet<>();
    schema.path("properties").fieldNames().forEachRemaining(fields::add);
    for (String choice : List.of("oneOf", "anyOf")) {
      schema.path(choice).forEach(one -> fields.addAll(fields(one)));
    }
    return fields;
  }

  private static List<String> parameter(Operation operation, String name, String value) {
    for (JsonNode parameter : operation.description().path("parameters")) {
      if (parameter.path("name").asText().equals(name)
          && parameter.path("in").asText().equals("query")) {
        JsonNode schema = parameter.path("schema");
        boolean number = schema.path("type").asText().equals("integer");
        JsonNode given =
            number && value.matches("\\d+")
                ? JSON.getNodeFactory().numberNode(Long.parseLong(value))
                : JSON.getNodeFactory().textNode(value);
        return violations(operation.name() + "?" + name, schema, given);
      }
    }
    return List.of(operation.name() + " has no parameter '" + name + "'");
  }

  private static List<String> violations(String name, JsonNode schema, JsonNode value) {
    return SCHEMAS
        .computeIfAbsent(
            schema,
            one ->
                REGISTRY.getSchema(
                    new ByteArrayInputStream(
                        plain(one.deepCopy()).toString().getBytes(StandardCharsets.UTF_8))))
        .validate(value.toString(), InputFormat.JSON)
        .stream()
        .map(fault -> name + ": " + fault)
        .toList();
  }

  /** OpenAPI 3.0 says in a word of its own what may be null. */
  private static JsonNode plain(JsonNode schema) {
    schema.forEach(OpenApi::plain);
    if (schema instanceof ObjectNode object && object.path("nullable").asBoolean()) {
      if (object.path("type").isTextual()) {
        ArrayNode types = JSON.createArrayNode().add(object.get("type").asText()).add("null");
        object.set("type", types);
      } else {
        object.removeAll();
      }
    }
    return schema;
  }

  private Optional<Operation> operation(String method, String path) {
    for (Map.Entry<String, JsonNode> one : paths.properties()) {
      String form = Pattern.quote(one.getKey()).replaceAll("\\{[^}]+\\}", "\\\\E[^/]+\\\\Q");
      JsonNode description = one.getValue().path(method.toLowerCase(java.util.Locale.ROOT));
      if (path.matches(form) && !description.isMissingNode()) {
        return Optional.of(new Operation(method + " " + one.getKey(), description));
      }
    }
    return Optional.empty();
  }
}
