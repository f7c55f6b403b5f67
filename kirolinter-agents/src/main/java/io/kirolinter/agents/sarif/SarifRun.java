package io.kirolinter.agents.sarif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of one tool; filled while it is read. Its parts may come in any order. */
final class SarifRun {

  final SarifComponent driver = new SarifComponent();
  final List<SarifComponent> extensions = new ArrayList<>();
  final Map<String, SarifLocation> bases = new HashMap<>();
  final List<SarifLocation> artifacts = new ArrayList<>();
  final List<SarifResult> results = new ArrayList<>();
  final List<Trouble> troubles = new ArrayList<>();
  boolean columnsInCodePoints;
  boolean cutShort;

  /** What the tool says it could not do. */
  record Trouble(String text, Optional<SarifLocation> place) {}

  String tool() {
    return driver.name.isBlank() ? "unnamed" : driver.name;
  }

  Optional<SarifRule> ruleOf(SarifResult result) {
    SarifComponent component = componentOf(result);
    Optional<SarifRule> byIndex =
        result.ruleIndex.isPresent()
            ? component.at(result.ruleIndex.getAsInt()).filter(rule -> fits(rule, result))
            : Optional.empty();
    return byIndex.or(() -> component.named(result.ruleId)).or(() -> anywhere(result.ruleId));
  }

  /** {@return the texts that a message of this result may name} */
  List<Map<String, String>> messagesFor(SarifResult result) {
    List<Map<String, String>> known = new ArrayList<>();
    ruleOf(result).ifPresent(rule -> known.add(rule.messages));
    known.add(componentOf(result).messages);
    known.add(driver.messages);
    return known;
  }

  private static boolean fits(SarifRule rule, SarifResult result) {
    return result.ruleId.isEmpty()
        || result.ruleId.equals(rule.id)
        || result.ruleId.startsWith(rule.id + "/");
  }

  private SarifComponent componentOf(SarifResult result) {
    int index = result.component.orElse(-1);
    if (index >= 0 && index < extensions.size()) {
      return extensions.get(index);
    }
    return extensions.stream().filter(one -> isNamedBy(result, one)).findFirst().orElse(driver);
  }

  private static boolean isNamedBy(SarifResult result, SarifComponent component) {
    return !result.componentGuid.isEmpty()
        ? result.componentGuid.equals(component.guid)
        : !result.componentName.isEmpty() && result.componentName.equals(component.name);
  }

  private Optional<SarifRule> anywhere(String id) {
    return id.isEmpty()
        ? Optional.empty()
        : extensions.stream().flatMap(one -> one.named(id).stream()).findFirst();
  }
}
