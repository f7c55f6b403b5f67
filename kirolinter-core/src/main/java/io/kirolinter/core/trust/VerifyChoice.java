package io.kirolinter.core.trust;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.settings.Settings;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which command checks fixes. One from the command line comes first, then that of the repository if
 * the user trusts it, then that of the user.
 *
 * @param command the command that runs; empty for none
 * @param notice what a person must know, as fixes are checked less than somebody settled; empty if
 *     there is no such thing
 */
public record VerifyChoice(Optional<String> command, Optional<String> notice) {

  public VerifyChoice {
    requireNonNull(command, "command");
    requireNonNull(notice, "notice");
  }

  /**
   * {@return the choice}
   *
   * @param asked on the command line
   * @param trusted whether the user trusts a command of the repository
   */
  public static VerifyChoice of(
      Optional<String> asked, Settings repository, Settings user, Predicate<String> trusted) {
    if (asked.isPresent()) {
      return new VerifyChoice(asked, Optional.empty());
    }
    Optional<String> own = repository.verify().filter(trusted);
    return own.isPresent()
        ? new VerifyChoice(own, Optional.empty())
        : new VerifyChoice(user.verify(), repository.verify().map(VerifyChoice::untrusted));
  }

  /** {@return the choice to run nothing; if there was something to run, the notice says why not} */
  public VerifyChoice without(String reason) {
    return new VerifyChoice(
        Optional.empty(),
        notice.or(() -> command.map(c -> "not verified by '%s': %s".formatted(c, reason))));
  }

  private static String untrusted(String command) {
    return "not verified by the project's command '%s': it comes from %s and is not trusted"
            .formatted(command, Settings.REPOSITORY_FILE)
        + " (to trust it: kirolinter config trust)";
  }
}
