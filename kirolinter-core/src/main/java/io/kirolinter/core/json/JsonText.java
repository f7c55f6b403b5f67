package io.kirolinter.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Changes the texts inside JSON and leaves all else as it is, numbers to the last digit. */
public final class JsonText {

  static final JsonFactory FACTORY = new JsonFactory();

  private final UnaryOperator<String> names;
  private final BinaryOperator<String> values;

  private JsonText(UnaryOperator<String> names, BinaryOperator<String> values) {
    this.names = names;
    this.values = values;
  }

  /**
   * {@return the JSON with other texts, the same object if none of them changes; empty if it is no
   * JSON}
   *
   * @param names changes the names of fields
   * @param values changes a text, given the name of the field that it is in, also as one of many;
   *     an empty name outside any field
   */
  public static Optional<String> mapped(
      String json, UnaryOperator<String> names, BinaryOperator<String> values) {
    try {
      JsonText text = new JsonText(names, values);
      return Optional.of(text.changes(json) ? text.copied(json) : json);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("texts in memory cannot fail", e);
    }
  }

  /** Reads to the end in any case, so that what is no JSON is known as such. */
  private boolean changes(String json) throws IOException {
    boolean changes = false;
    try (JsonParser parser = FACTORY.createParser(json)) {
      while (parser.nextToken() != null) {
        changes |= !changed(parser).equals(parser.getText());
      }
    }
    return changes;
  }

  private String copied(String json) throws IOException {
    StringWriter out = new StringWriter(json.length());
    try (JsonParser parser = FACTORY.createParser(json);
        JsonGenerator generator = FACTORY.createGenerator(out)) {
      while (parser.nextToken() != null) {
        copy(parser, generator);
      }
    }
    return out.toString();
  }

  private void copy(JsonParser parser, JsonGenerator generator) throws IOException {
    if (parser.currentToken() == JsonToken.FIELD_NAME) {
      generator.writeFieldName(changed(parser));
    } else if (parser.currentToken() == JsonToken.VALUE_STRING) {
      generator.writeString(changed(parser));
    } else {
      generator.copyCurrentEventExact(parser);
    }
  }

  private String changed(JsonParser parser) throws IOException {
    String text = parser.getText();
    if (parser.currentToken() == JsonToken.FIELD_NAME) {
      return names.apply(text);
    }
    return parser.currentToken() == JsonToken.VALUE_STRING
        ? values.apply(field(parser), text)
        : text;
  }

  private static String field(JsonParser parser) {
    for (var around = parser.getParsingContext(); around != null; around = around.getParent()) {
      if (around.getCurrentName() != null) {
        return around.getCurrentName();
      }
    }
    return "";
  }
}
