package io.kirolinter.agents.sarif;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads JSON as a stream: what is not asked for is passed over, whatever it is, and a value of
 * another type than expected counts as absent. Each method starts at the first token of a value and
 * ends at its last.
 */
final class JsonWalk {

  /** Reads the value of a field. */
  @FunctionalInterface
  interface Field {
    void read(String name) throws IOException;
  }

  /** Reads one element. */
  @FunctionalInterface
  interface Element {
    void read() throws IOException;
  }

  /** Far more than is shown; results by the thousand must not fill the memory. */
  private static final int LONGEST = 4000;

  /** Nothing that a tool writes may move the cursor of a terminal. */
  private static final CharMatcher NOT_SHOWN =
      CharMatcher.javaIsoControl().and(CharMatcher.noneOf("\t\r\n"));

  private final JsonParser parser;

  JsonWalk(JsonParser parser) {
    this.parser = parser;
  }

  void object(Field field) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      skip();
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      field.read(name);
    }
  }

  void array(Element element) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      skip();
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
      element.read();
    }
  }

  /** {@return a string, number or boolean as text, cut where it is very long; else empty} */
  String text() throws IOException {
    if (parser.currentToken() != null && parser.currentToken().isScalarValue()) {
      String text = parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText();
      String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
      return NOT_SHOWN.replaceFrom(shown, ' ');
    }
    skip();
    return "";
  }

  Optional<String> word() throws IOException {
    String text = text();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** {@return a whole number from 0 to the largest int} */
  OptionalInt number() throws IOException {
    String text = text();
    boolean fits = text.matches("\\d{1,10}") && Long.parseLong(text) <= Integer.MAX_VALUE;
    return fits ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }

  void skip() throws IOException {
    parser.skipChildren();
  }
}
