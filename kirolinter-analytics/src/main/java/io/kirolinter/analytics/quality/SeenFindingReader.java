package io.kirolinter.analytics.quality;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what is compared of the findings of a review, word by word: to have the mapper of all other
 * JSON learn their form takes a tenth of a second in a fresh process, which is a third of an
 * answer.
 */
final class SeenFindingReader {

  private static final JsonFactory JSON = new JsonFactory();

  private SeenFindingReader() {}

  /**
   * {@return the findings}
   *
   * @throws IOException if it is no JSON, or of another form
   * @throws IllegalArgumentException if it says of a finding what cannot be
   */
  static List<SeenFinding> read(String json) throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      require(parser.nextToken() == JsonToken.START_OBJECT, parser, "no object");
      Optional<List<SeenFinding>> findings = Optional.empty();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = parser.currentName().equals("findings");
        JsonToken value = parser.nextToken();
        if (wanted) {
          require(value == JsonToken.START_ARRAY, parser, "no list of findings");
          findings = Optional.of(findings(parser));
        } else {
          parser.skipChildren();
        }
      }
      require(parser.nextToken() == null, parser, "more than an object");
      return findings.orElseThrow(() -> new JsonParseException(parser, "no findings"));
    }
  }

  private static List<SeenFinding> findings(JsonParser parser) throws IOException {
    List<SeenFinding> findings = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      require(parser.currentToken() == JsonToken.START_OBJECT, parser, "no finding");
      findings.add(finding(texts(parser), parser));
    }
    return findings;
  }

  /** The fields of an object that are text. */
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

  private static SeenFinding finding(Map<String, String> texts, JsonParser parser)
      throws IOException {
    return new SeenFinding(
        RuleId.of(text("rule", texts, parser)),
        Severity.valueOf(text("severity", texts, parser).toUpperCase(Locale.ROOT)),
        SourcePath.of(text("path", texts, parser)),
        new Fingerprint(text("fingerprint", texts, parser)));
  }

  private static String text(String name, Map<String, String> texts, JsonParser parser)
      throws IOException {
    String text = texts.get(name);
    if (text == null) {
      throw new JsonParseException(parser, "a finding without " + name);
    }
    return text;
  }

  private static void require(boolean condition, JsonParser parser, String otherwise)
      throws IOException {
    if (!condition) {
      throw new JsonParseException(parser, otherwise);
    }
  }
}
