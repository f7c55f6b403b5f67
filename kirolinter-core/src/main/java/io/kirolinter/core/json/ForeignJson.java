package io.kirolinter.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A part of a JSON document that anybody may have written: bounded in size and depth, no field
 * twice, and no value taken for one of another type. A field that this release does not know is
 * passed over. Every error names the place in the document.
 */
public final class ForeignJson {

  /** The most characters of a document. */
  public static final int LARGEST = 32 << 20;

  private static final int DEEPEST = 100;

  private static final int LONGEST_QUOTE = 300;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(factory())
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .withCoercionConfig(
              LogicalType.Textual,
              texts -> {
                texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                texts.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                texts.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
              })
          .build();

  private final String kind;
  private final String name;
  private final String place;
  private final JsonNode node;

  private ForeignJson(String kind, String name, String place, JsonNode node) {
    this.kind = kind;
    this.name = name;
    this.place = place;
    this.node = node;
  }

  /**
   * {@return a whole document}
   *
   * @param kind what is read, for error messages
   * @param name how people know the document
   * @throws InvalidRequestException if the text is no JSON, or larger or deeper than is taken
   */
  public static ForeignJson read(String kind, String name, String text) {
    ForeignJson none = new ForeignJson(kind, name, "", MAPPER.missingNode());
    if (text.length() > LARGEST) {
      throw tooLarge(kind, name);
    }
    try {
      return new ForeignJson(kind, name, "", MAPPER.readTree(text));
    } catch (StreamConstraintsException e) {
      throw none.wrong("it is too deep, or a part of it is too long", "JSON of at most 100 levels");
    } catch (JsonProcessingException e) {
      throw none.wrong("it is no JSON%s: %s".formatted(line(e), firstLine(e)), "one JSON document");
    }
  }

  /** {@return the error for a document that is larger than is taken} */
  public static InvalidRequestException tooLarge(String kind, String name) {
    return new ForeignJson(kind, name, "", MAPPER.missingNode())
        .wrong("it is too large", "at most 32 million characters");
  }

  /** {@return the part of this name; one that is not there can be asked for as well} */
  public ForeignJson field(String field) {
    String below = place.isEmpty() ? field : place + "." + field;
    return new ForeignJson(kind, name, below, node.path(field));
  }

  /** {@return whether something is there, and it is not null} */
  public boolean isThere() {
    return !node.isMissingNode() && !node.isNull();
  }

  /**
   * {@return the parts of a list}
   *
   * @throws InvalidRequestException if it is none
   */
  public List<ForeignJson> items() {
    if (!node.isArray()) {
      throw wrong("'%s' is no list".formatted(place), "a list, though it be empty");
    }
    return IntStream.range(0, node.size())
        .mapToObj(i -> new ForeignJson(kind, name, "%s[%d]".formatted(place, i), node.get(i)))
        .toList();
  }

  /**
   * {@return the value that this part stands for}
   *
   * @throws InvalidRequestException if it is not there, or not of this type
   */
  public <T> T as(Class<T> type) {
    try {
      T value = isThere() ? MAPPER.treeToValue(node, type) : null;
      if (value == null) {
        throw wrong("there is no '" + place + "'", "a value there");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw wrong(found(e), "what the same release, or a near one, has written");
    }
  }

  /** {@return the place of the first text, here or below, that is as asked} */
  public Optional<String> firstText(Predicate<String> asked) {
    if (node.isTextual()) {
      return Optional.of(place).filter(here -> asked.test(node.textValue()));
    }
    Stream<ForeignJson> parts =
        node.isArray()
            ? items().stream()
            : node.properties().stream().map(field -> field(field.getKey()));
    return parts.flatMap(part -> part.firstText(asked).stream()).findFirst();
  }

  /** {@return the JSON of this part, in one line} */
  public String json() {
    return Json.write(node);
  }

  /** {@return where in the document this part is, such as {@code run.plan.steps[2]}} */
  public String place() {
    return place;
  }

  /** {@return an error about the document} */
  public InvalidRequestException wrong(String found, String expected) {
    return new InvalidRequestException(
        ErrorMessage.cannot("read", kind, name)
            .found(readable(found))
            .expected(expected)
            .remedy("Nothing was changed; write the document anew where it comes from."));
  }

  /** What is found may quote the document. */
  private static String readable(String text) {
    String printable = text.replaceAll("\\p{Cntrl}", "?");
    return printable.length() > LONGEST_QUOTE
        ? printable.substring(0, LONGEST_QUOTE) + "…"
        : printable;
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(LARGEST)
                .build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }

  private String found(JsonProcessingException e) {
    String field = place + (e instanceof JsonMappingException mapping ? path(mapping) : "");
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return "'%s' is no %s".formatted(field, mismatch.getTargetType().getSimpleName());
    }
    return "'%s' is wrong: %s".formatted(field, firstLine(e));
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? "[" + step.getIndex() + "]"
                    : "." + step.getFieldName())
        .collect(Collectors.joining());
  }

  private static String line(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " in line %d, column %d"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static String firstLine(JsonProcessingException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String message =
        cause instanceof JsonProcessingException json
            ? json.getOriginalMessage()
            : String.valueOf(cause.getMessage());
    return message.lines().findFirst().orElse("");
  }
}
