package io.kirolinter.core.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Every key that a settings file may have at its top. A new one is added here. */
enum SettingsKey {
  ANALYZERS("analyzers"),
  PMD("pmd"),
  EXCLUDE("exclude"),
  SUPPRESS("suppress"),
  BASELINE("baseline"),
  VERIFY("verify"),
  GENERATED("generated"),
  INCLUDE_TESTS("include-tests"),
  NOTIFY("notify"),
  TEMPLATES("templates"),
  PROPOSALS("proposals"),
  BACKGROUND("background"),
  LEARN("learn");

  private final String written;

  SettingsKey(String written) {
    this.written = written;
  }

  String written() {
    return written;
  }

  static Optional<SettingsKey> of(String written) {
    return Arrays.stream(values()).filter(key -> key.written.equals(written)).findFirst();
  }

  static List<String> allWritten() {
    return Arrays.stream(values()).map(key -> key.written).toList();
  }
}
