package io.kirolinter.agents.sarif;

import java.util.Optional;
import java.util.OptionalInt;

/** A place as a file gives it; filled while it is read. */
final class SarifLocation {

  Optional<String> uri = Optional.empty();
  Optional<String> baseId = Optional.empty();
  OptionalInt artifact = OptionalInt.empty();
  OptionalInt startLine = OptionalInt.empty();
  OptionalInt startColumn = OptionalInt.empty();
  OptionalInt endLine = OptionalInt.empty();
  OptionalInt endColumn = OptionalInt.empty();
  OptionalInt charOffset = OptionalInt.empty();
  OptionalInt charLength = OptionalInt.empty();
  String declaration = "";
}
