package io.kirolinter.core.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the texts of a list of objects, word by word: to have the mapper of all other JSON learn a
 * form takes a tenth of a second in a fresh process, which is a third of an answer.
 */
public final class ObjectTexts {

  private ObjectTexts() {}

  /**
   * {@return for each object of a list its fields that are text}
   *
   * @param json an object
   * @param list the field of the object that holds the list
   * @throws IOException if it is no JSON, or of another form
   */
  public static List<Map<String, String>> of(String json, String list) throws IOException {
    try (JsonParser parser = JsonText.FACTORY.createParser(json)) {
      require(parser.nextToken() == JsonToken.START_OBJECT, parser, "no object");
      Optional<List<Map<String, String>>> found = Optional.empty();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = parser.currentName().equals(list);
        JsonToken value = parser.nextToken();
        if (wanted) {
          require(value == JsonToken.START_ARRAY, parser, "no list");
          found = Optional.of(objects(parser));
        } else {
          parser.skipChildren();
        }
      }
      require(parser.nextToken() == null, parser, "more than an object");
      return found.orElseThrow(() -> new JsonParseException(parser, "no " + list));
    }
  }

  private static List<Map<String, String>> objects(JsonParser parser) throws IOException {
    List<Map<String, String>> objects = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      require(parser.currentToken() == JsonToken.START_OBJECT, parser, "no object in the list");
      objects.add(texts(parser));
    }
    return objects;
  }

  private static Map<String, String> texts(JsonParser parser) throws IOException {
    Map<String, String> texts = new HashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_STRING) {
        texts.put(name, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    return texts;
  }

  private static void require(boolean condition, JsonParser parser, String otherwise)
      throws IOException {
    if (!condition) {
      throw new JsonParseException(parser, otherwise);
    }
  }
}
