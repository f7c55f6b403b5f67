package io.kirolinter.cli.output;

import java.util.Locale;
import java.util.Set;

/** How a result is printed. */
public enum Format {
  TEXT,
  JSON,
  SARIF,
  HTML;

  /** What every command knows. */
  public static final Set<Format> EVERYWHERE = Set.of(TEXT, JSON);

  /** {@return the name that users type} */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
