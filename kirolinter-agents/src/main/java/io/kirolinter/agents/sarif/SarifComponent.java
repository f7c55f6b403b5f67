package io.kirolinter.agents.sarif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A tool, or an extension of one, with its rules; filled while it is read. */
final class SarifComponent {

  String name = "";
  String guid = "";
  final List<SarifRule> rules = new ArrayList<>();
  final Map<String, String> messages = new HashMap<>();
  private final Map<String, SarifRule> byId = new HashMap<>();

  void add(SarifRule rule) {
    rules.add(rule);
    Stream.of(rule.id, rule.guid)
        .filter(key -> !key.isEmpty())
        .forEach(key -> byId.putIfAbsent(key, rule));
  }

  Optional<SarifRule> at(int index) {
    return index >= 0 && index < rules.size() ? Optional.of(rules.get(index)) : Optional.empty();
  }

  /** {@return the rule with this id; {@code CA1000/1} is a kind of {@code CA1000}} */
  Optional<SarifRule> named(String id) {
    SarifRule exact = byId.get(id);
    int slash = id.lastIndexOf('/');
    return exact != null || slash <= 0 ? Optional.ofNullable(exact) : named(id.substring(0, slash));
  }
}
