package io.kirolinter.core.settings;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.settings.Yaml.Scalar;
import io.kirolinter.core.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the plain part of YAML from files that may come from anybody: no anchors and aliases, which
 * blow up; no tags, which build objects; no key twice; limited in size and depth.
 */
final class YamlFile {

  private static final int LARGEST = 64 * 1024;
  private static final int DEEPEST = 10;

  private static final Yaml NOTHING = new Yaml.Mapping(1, 1, List.of());

  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  private final String name;
  private final YAMLParser parser;

  private YamlFile(String name, YAMLParser parser) {
    this.name = name;
    this.parser = parser;
  }

  /**
   * {@return the one document of a file; an empty mapping for an empty file}
   *
   * @param name how people know the file
   */
  static Yaml read(String name, byte[] content) {
    if (content.length > LARGEST) {
      throw trouble(name, "it has " + content.length + " bytes", "at most " + LARGEST);
    }
    String text =
        SourceText.decode(content)
            .map(SourceText::text)
            .orElseThrow(() -> trouble(name, "it is not UTF-8", "text in UTF-8"));
    try (YAMLParser parser = YAML.createParser(text)) {
      return new YamlFile(name, parser).document();
    } catch (JsonProcessingException e) {
      throw notYaml(name, e);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
  }

  /** {@return the error that says what is wrong where} */
  static InvalidRequestException trouble(
      String name, int line, int column, String found, String expected, String remedy) {
    return new InvalidRequestException(
        ErrorMessage.cannot("read", "settings", name)
            .found("line %d, column %d: %s".formatted(line, column, found))
            .expected(expected)
            .remedy(remedy));
  }

  private static InvalidRequestException trouble(String name, String found, String expected) {
    return new InvalidRequestException(
        ErrorMessage.cannot("read", "settings", name)
            .found(found)
            .expected(expected)
            .remedy("Correct the file."));
  }

  private static InvalidRequestException notYaml(String name, JsonProcessingException e) {
    JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
    return trouble(
        name,
        Math.max(1, at.getLineNr()),
        Math.max(1, at.getColumnNr()),
        problemIn(e.getOriginalMessage()),
        "YAML, at most " + DEEPEST + " levels deep",
        "Correct the line.");
  }

  /**
   * The parser's sentences, without the excerpts of the file, which are indented, and its asides.
   */
  private static String problemIn(String message) {
    return message
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith(" "))
        .map(line -> line.replaceFirst(" \\(.*", ""))
        .collect(Collectors.joining(", "));
  }

  private Yaml document() throws IOException {
    if (parser.nextToken() == null) {
      return NOTHING;
    }
    Yaml document = value();
    if (parser.nextToken() != null) {
      throw here("a second document starts", "one document", "Delete the line '---' before it.");
    }
    boolean empty = document instanceof Scalar only && only.type() == Scalar.Type.NOTHING;
    return empty ? NOTHING : document;
  }

  private Yaml value() throws IOException {
    refuseWhatExpands();
    JsonToken token = parser.currentToken();
    JsonLocation at = parser.currentTokenLocation();
    return switch (token) {
      case START_OBJECT -> mapping(at);
      case START_ARRAY -> sequence(at);
      case VALUE_TRUE -> scalar(at, Scalar.Type.TRUE);
      case VALUE_FALSE -> scalar(at, Scalar.Type.FALSE);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(at, Scalar.Type.NUMBER);
      case VALUE_NULL -> scalar(at, Scalar.Type.NOTHING);
      default -> scalar(at, Scalar.Type.TEXT);
    };
  }

  private Yaml.Scalar scalar(JsonLocation at, Scalar.Type type) throws IOException {
    String text = parser.getText();
    Scalar.Type actual = text.isEmpty() ? Scalar.Type.NOTHING : type;
    return new Yaml.Scalar(at.getLineNr(), at.getColumnNr(), actual, text);
  }

  private Yaml.Sequence sequence(JsonLocation at) throws IOException {
    List<Yaml> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return new Yaml.Sequence(at.getLineNr(), at.getColumnNr(), items);
  }

  private Yaml.Mapping mapping(JsonLocation at) throws IOException {
    List<Yaml.Entry> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      JsonLocation place = parser.currentTokenLocation();
      if (!keys.add(key)) {
        throw here("the key '" + key + "' stands there twice", "each key once", "Join both.");
      }
      refuseWhatExpands();
      parser.nextToken();
      entries.add(new Yaml.Entry(place.getLineNr(), place.getColumnNr(), key, value()));
    }
    return new Yaml.Mapping(at.getLineNr(), at.getColumnNr(), entries);
  }

  private void refuseWhatExpands() throws IOException {
    if (parser.isCurrentAlias() || parser.getObjectId() != null) {
      throw here("an anchor or alias", "plain values", "Write the value out.");
    }
    if (parser.getTypeId() != null) {
      throw here("the tag '" + parser.getTypeId() + "'", "plain values", "Delete the tag.");
    }
  }

  private InvalidRequestException here(String found, String expected, String remedy) {
    JsonLocation at = parser.currentTokenLocation();
    return trouble(name, at.getLineNr(), at.getColumnNr(), found, expected, remedy);
  }
}
