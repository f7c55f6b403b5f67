package io.kirolinter.core.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the known name that a misspelt one was probably meant to be. */
public final class NearestName {

  private NearestName() {}

  /**
   * {@return the known name nearest to {@code typed}, if it differs in at most half of its letters;
   * the alphabetically first of equals}
   */
  public static Optional<String> to(String typed, Collection<String> known) {
    return known.stream()
        .sorted()
        .min(Comparator.comparingInt(name -> distance(typed, name)))
        .filter(name -> distance(typed, name) * 2 < Math.max(2, typed.length() + 1));
  }

  /** {@return the sentence that offers the nearest name, or else lists all known names} */
  public static String hint(String typed, Collection<String> known) {
    return to(typed, known)
        .map(name -> "Did you mean '" + name + "'?")
        .orElseGet(
            () -> "Known names: " + String.join(", ", known.stream().sorted().toList()) + ".");
  }

  private static int distance(String typed, String name) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    String known = name.toLowerCase(Locale.ROOT);
    int letters = LevenshteinDistance.getDefaultInstance().apply(wanted, known);
    boolean cutShort = wanted.length() >= 3 && known.startsWith(wanted);
    return cutShort ? Math.min(letters, 1) : letters;
  }
}
