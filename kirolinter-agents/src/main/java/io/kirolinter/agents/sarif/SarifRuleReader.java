package io.kirolinter.agents.sarif;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads what a file says about rules. */
final class SarifRuleReader {

  private final JsonWalk json;

  SarifRuleReader(JsonWalk json) {
    this.json = json;
  }

  SarifRule rule() throws IOException {
    SarifRule rule = new SarifRule();
    json.object(
        name -> {
          switch (name) {
            case "id" -> rule.id = json.text();
            case "guid" -> rule.guid = json.text();
            case "name" -> rule.name = json.text();
            case "shortDescription" -> rule.shortText = multiText();
            case "fullDescription" -> rule.fullText = multiText();
            case "messageStrings" -> texts(rule.messages);
            case "defaultConfiguration" -> field("level", () -> rule.level = json.word());
            case "properties" ->
                properties(rule.tags, severity -> rule.securitySeverity = severity);
            case "relationships" -> json.array(() -> relationship(rule.tags));
            default -> json.skip();
          }
        });
    return rule;
  }

  /** Reads a property bag: its tags, and how bad it is for security. */
  void properties(List<String> tags, Consumer<Optional<String>> securitySeverity)
      throws IOException {
    json.object(
        name -> {
          switch (name) {
            case "tags" -> json.array(() -> tags.add(json.text()));
            case "security-severity" -> securitySeverity.accept(json.word());
            case "cwe" ->
                json.word().ifPresent(cwe -> tags.add("CWE-" + cwe.replaceAll("\\D", "")));
            default -> json.skip();
          }
        });
  }

  /** Adds {@code CWE-79} for a reference to entry 79 of the CWE. */
  void taxon(List<String> tags) throws IOException {
    StringBuilder id = new StringBuilder();
    StringBuilder component = new StringBuilder();
    json.object(
        name -> {
          switch (name) {
            case "id" -> id.append(json.text());
            case "toolComponent" -> field("name", () -> component.append(json.text()));
            default -> json.skip();
          }
        });
    if (component.toString().equalsIgnoreCase("cwe")) {
      tags.add("CWE-" + id.toString().replaceAll("\\D", ""));
    }
  }

  void texts(Map<String, String> texts) throws IOException {
    json.object(id -> texts.put(id, multiText()));
  }

  private void relationship(List<String> tags) throws IOException {
    field("target", () -> taxon(tags));
  }

  private String multiText() throws IOException {
    StringBuilder text = new StringBuilder();
    field("text", () -> text.append(json.text()));
    return text.toString();
  }

  private void field(String wanted, JsonWalk.Element element) throws IOException {
    json.object(
        name -> {
          if (name.equals(wanted)) {
            element.read();
          } else {
            json.skip();
          }
        });
  }
}
