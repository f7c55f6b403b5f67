package io.kirolinter.agents.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.source.ContentHash;
import java.util.Optional;

/** Names what the failure of a fix depends on: while all of it is the same, it will fail again. */
public final class QuarantineKey {

  private static final int LENGTH = 16;

  private QuarantineKey() {}

  /**
   * {@return a short text that changes with each of these}
   *
   * @param rules a text that changes with the rules
   * @param file the content that the fix changes
   * @param verifyCommand the user's own check
   */
  public static String of(String rules, ContentHash file, Optional<String> verifyCommand) {
    String all = rules + "\n" + file + "\n" + verifyCommand.orElse("");
    return ContentHash.of(all.getBytes(UTF_8)).value().substring(0, LENGTH);
  }

  /** {@return what a failure is remembered under} */
  public static String subject(Fingerprint fix, String conditions) {
    return conditions.isEmpty() ? fix.value() : fix.value() + "@" + conditions;
  }
}
