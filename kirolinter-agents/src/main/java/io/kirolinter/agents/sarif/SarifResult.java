package io.kirolinter.agents.sarif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a tool found, as a file gives it; filled while it is read. */
final class SarifResult {

  String ruleId = "";
  OptionalInt ruleIndex = OptionalInt.empty();
  OptionalInt component = OptionalInt.empty();
  String componentName = "";
  String componentGuid = "";
  String kind = "fail";
  String baselineState = "";
  Optional<String> level = Optional.empty();
  Optional<String> securitySeverity = Optional.empty();
  boolean suppressed;
  SarifMessage message = SarifMessage.NONE;
  final List<String> tags = new ArrayList<>();
  final List<SarifLocation> locations = new ArrayList<>(1);

  /** {@return whether it is a finding of today: no pass, nothing hidden, nothing gone} */
  boolean counts() {
    boolean failed = kind.equals("fail") || kind.equals("review") || kind.equals("open");
    return failed && !suppressed && !baselineState.equals("absent");
  }
}
