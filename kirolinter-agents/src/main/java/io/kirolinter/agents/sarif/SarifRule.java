package io.kirolinter.agents.sarif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a file says about a rule; filled while it is read. */
final class SarifRule {

  String id = "";
  String guid = "";
  String name = "";
  String shortText = "";
  String fullText = "";
  Optional<String> level = Optional.empty();
  Optional<String> securitySeverity = Optional.empty();
  final List<String> tags = new ArrayList<>();
  final Map<String, String> messages = new HashMap<>();
}
