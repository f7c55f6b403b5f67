package io.kirolinter.core.store.privacy;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.memory.Redaction;
import io.kirolinter.core.run.RunOptions;

/** Options that everybody may read: with a mask in them they would mean something else. */
final class OpenOptions {

  private OpenOptions() {}

  static void require(RunOptions options, String kind, String subject) {
    options.verifyCommand().ifPresent(command -> requireOpen(command, kind, subject));
    options.analyzers().forEach(analyzer -> requireOpen(analyzer, kind, subject));
  }

  private static void requireOpen(String text, String kind, String subject) {
    String masked = Redaction.of(text);
    if (!masked.equals(text)) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("keep", kind, subject)
              .found("there is a secret in its options, '" + masked + "'")
              .expected("options without secrets, since they are kept as they are")
              .remedy("Take it from the environment, as in $DB_PASSWORD."));
    }
  }
}
