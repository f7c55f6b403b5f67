package io.kirolinter.agents.review;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.settings.Settings;
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
 */
public record ReviewOptions(
    Settings above,
    Settings ofUser,
    Optional<Path> baseline,
    Optional<Path> writeBaseline,
    Optional<String> changedSince) {

  public ReviewOptions {
    requireNonNull(above, "above");
    requireNonNull(ofUser, "ofUser");
    requireNonNull(baseline, "baseline");
    requireNonNull(writeBaseline, "writeBaseline");
    requireNonNull(changedSince, "changedSince");
  }

  /** {@return everything as the repository's own settings say} */
  public static ReviewOptions none() {
    return new ReviewOptions(
        Settings.none(), Settings.none(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public ReviewOptions withAbove(Settings settings) {
    return new ReviewOptions(settings, ofUser, baseline, writeBaseline, changedSince);
  }

  public ReviewOptions withBaseline(Path file) {
    return new ReviewOptions(above, ofUser, Optional.of(file), writeBaseline, changedSince);
  }

  public ReviewOptions withWriteBaseline(Path file) {
    return new ReviewOptions(above, ofUser, baseline, Optional.of(file), changedSince);
  }

  public ReviewOptions withChangedSince(String base) {
    return new ReviewOptions(above, ofUser, baseline, writeBaseline, Optional.of(base));
  }
}
