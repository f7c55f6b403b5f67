package io.kirolinter.agents.sarif;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads results, their messages and their places. */
final class SarifResultReader {

  private final JsonWalk json;

  SarifResultReader(JsonWalk json) {
    this.json = json;
  }

  SarifResult result() throws IOException {
    SarifResult result = new SarifResult();
    json.object(name -> field(name, result));
    return result;
  }

  private void field(String name, SarifResult result) throws IOException {
    switch (name) {
      case "ruleId" -> result.ruleId = json.text();
      case "ruleIndex" -> result.ruleIndex = json.number();
      case "rule" -> rule(result);
      case "kind" -> result.kind = json.word().orElse("fail");
      case "level" -> result.level = json.word();
      case "baselineState" -> result.baselineState = json.text();
      case "message" -> result.message = message();
      case "locations" -> json.array(() -> addFirst(result, location()));
      case "suppressions" -> suppressions(result);
      case "taxa" -> json.array(() -> new SarifRuleReader(json).taxon(result.tags));
      case "properties" ->
          new SarifRuleReader(json)
              .properties(result.tags, severity -> result.securitySeverity = severity);
      default -> json.skip();
    }
  }

  /** A result is shown where it is first: the other places only explain it. */
  private static void addFirst(SarifResult result, SarifLocation place) {
    if (result.locations.isEmpty()) {
      result.locations.add(place);
    }
  }

  /** What the tool could not do, if that is no mere remark. */
  Optional<SarifRun.Trouble> notification() throws IOException {
    SarifResult notice = result();
    if (!notice.level.orElse("warning").equals("error")) {
      return Optional.empty();
    }
    String text = notice.message.resolved(List.of());
    return Optional.of(
        new SarifRun.Trouble(
            text.isEmpty() ? "it reports an error without a text" : text,
            notice.locations.stream().findFirst()));
  }

  private void rule(SarifResult result) throws IOException {
    json.object(
        name -> {
          switch (name) {
            case "id" -> result.ruleId = result.ruleId.isEmpty() ? json.text() : keep(result);
            case "index" -> result.ruleIndex = json.number();
            case "toolComponent" -> component(result);
            default -> json.skip();
          }
        });
  }

  private String keep(SarifResult result) throws IOException {
    json.skip();
    return result.ruleId;
  }

  private void component(SarifResult result) throws IOException {
    json.object(
        name -> {
          switch (name) {
            case "index" -> result.component = json.number();
            case "name" -> result.componentName = json.text();
            case "guid" -> result.componentGuid = json.text();
            default -> json.skip();
          }
        });
  }

  private void suppressions(SarifResult result) throws IOException {
    List<String> states = new ArrayList<>();
    json.array(() -> states.add(suppression()));
    result.suppressed =
        !states.isEmpty()
            && states.stream()
                .noneMatch(one -> one.equals("rejected") || one.equals("underReview"));
  }

  private String suppression() throws IOException {
    StringBuilder state = new StringBuilder();
    json.object(
        name -> {
          if (name.equals("status")) {
            state.append(json.text());
          } else {
            json.skip();
          }
        });
    return state.toString();
  }

  private SarifMessage message() throws IOException {
    String[] parts = {"", "", ""};
    List<String> arguments = new ArrayList<>();
    json.object(
        name -> {
          switch (name) {
            case "text" -> parts[0] = json.text();
            case "markdown" -> parts[1] = json.text();
            case "id" -> parts[2] = json.text();
            case "arguments" -> json.array(() -> arguments.add(json.text()));
            default -> json.skip();
          }
        });
    return new SarifMessage(parts[0], parts[1], parts[2], arguments);
  }

  private SarifLocation location() throws IOException {
    SarifLocation place = new SarifLocation();
    json.object(
        name -> {
          switch (name) {
            case "physicalLocation" -> physical(place);
            case "logicalLocations" -> json.array(() -> logical(place));
            default -> json.skip();
          }
        });
    return place;
  }

  private void logical(SarifLocation place) throws IOException {
    json.object(
        name -> {
          if (name.equals("fullyQualifiedName") && place.declaration.isEmpty()) {
            place.declaration = json.text();
          } else {
            json.skip();
          }
        });
  }

  private void physical(SarifLocation place) throws IOException {
    json.object(
        name -> {
          switch (name) {
            case "artifactLocation" -> artifactLocation(place);
            case "region" -> region(place);
            default -> json.skip();
          }
        });
  }

  void artifactLocation(SarifLocation place) throws IOException {
    json.object(
        name -> {
          switch (name) {
            case "uri" -> place.uri = json.word();
            case "uriBaseId" -> place.baseId = json.word();
            case "index" -> place.artifact = json.number();
            default -> json.skip();
          }
        });
  }

  private void region(SarifLocation place) throws IOException {
    json.object(
        name -> {
          switch (name) {
            case "startLine" -> place.startLine = json.number();
            case "startColumn" -> place.startColumn = json.number();
            case "endLine" -> place.endLine = json.number();
            case "endColumn" -> place.endColumn = json.number();
            case "charOffset" -> place.charOffset = json.number();
            case "charLength" -> place.charLength = json.number();
            default -> json.skip();
          }
        });
  }
}
