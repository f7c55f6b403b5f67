package io.kirolinter.agents.rule.security;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words that a name is made of. */
final class NameWords {

  private NameWords() {}

  /** {@return the words in lower case: {@code dbPassword} and {@code DB_PASSWORD} have the same} */
  static List<String> of(String name) {
    String spaced =
        name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("([A-Z])([A-Z][a-z])", "$1 $2");
    return Arrays.stream(spaced.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
