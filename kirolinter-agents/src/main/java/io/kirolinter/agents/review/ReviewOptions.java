package io.kirolinter.agents.review;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.settings.Vocabulary;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the person who asks for a review decides.
 *
 * @param above settings that win over those of the repository
 * @param ofUser settings that those of the repository win over
 * @param baseline the file with the findings known of old; empty for that of the settings, if any
 * @param writeBaseline the file that gets all findings; the empty path for that of the settings, or
 *     else the usual one
 * @param changedSince only lines that have changed since this commit; the empty text for the usual
 *     one
 * @param names those that the settings of the repository may use
 */
public record ReviewOptions(
    Settings above,
    Settings ofUser,
    Optional<Path> baseline,
    Optional<Path> writeBaseline,
    Optional<String> changedSince,
    Vocabulary names) {

  public ReviewOptions {
    requireNonNull(names, "names");
    requireNonNull(above, "above");
    requireNonNull(ofUser, "ofUser");
    requireNonNull(baseline, "baseline");
    requireNonNull(writeBaseline, "writeBaseline");
    requireNonNull(changedSince, "changedSince");
  }

  /** Options for settings that name analyzers of ours, and of the class path, alone. */
  public ReviewOptions(
      Settings above,
      Settings ofUser,
      Optional<Path> baseline,
      Optional<Path> writeBaseline,
      Optional<String> changedSince) {
    this(above, ofUser, baseline, writeBaseline, changedSince, ReviewNames.vocabulary());
  }

  /** {@return everything as the repository's own settings say} */
  public static ReviewOptions none() {
    return new ReviewOptions(
        Settings.none(), Settings.none(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** {@return the same, where the settings of the repository may use these names} */
  public ReviewOptions knowing(Vocabulary known) {
    return new ReviewOptions(above, ofUser, baseline, writeBaseline, changedSince, known);
  }

  public ReviewOptions withAbove(Settings settings) {
    return new ReviewOptions(settings, ofUser, baseline, writeBaseline, changedSince, names);
  }

  public ReviewOptions withBaseline(Path file) {
    return new ReviewOptions(above, ofUser, Optional.of(file), writeBaseline, changedSince, names);
  }

  public ReviewOptions withWriteBaseline(Path file) {
    return new ReviewOptions(above, ofUser, baseline, Optional.of(file), changedSince, names);
  }

  public ReviewOptions withChangedSince(String base) {
    return new ReviewOptions(above, ofUser, baseline, writeBaseline, Optional.of(base), names);
  }
}
