package io.kirolinter.cli.wiring;

import io.kirolinter.agents.notify.NotifyAccess;
import io.kirolinter.agents.notify.secret.SecretStore;
import io.kirolinter.agents.retry.Pause;
import io.kirolinter.agents.retry.Retries;
import io.kirolinter.cli.environment.DataFolder;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.trust.TrustedCommands;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** Whom the notifier of a user can reach outside this machine. */
final class Reach {

  private Reach() {}

  /** {@return access with the secrets of the environment and of files, by what the user trusts} */
  static NotifyAccess of(Environment environment, Settings ofUser) {
    Path home = DataFolder.of(environment);
    return NotifyAccess.of(
        ofUser,
        SecretStore.of(environment.variables(), home),
        (repository, text) -> TrustedCommands.in(home).isTrusted(repository, text),
        retries(environment));
  }

  /** {@return the usual retries of services outside this machine} */
  static Retries retries(Environment environment) {
    return Retries.by(RetryPolicy.standard(), shared(environment.random()), Pause.sleeping());
  }

  /** Steps of several runs go on at once. */
  private static RandomGenerator shared(RandomGenerator random) {
    return () -> {
      synchronized (random) {
        return random.nextLong();
      }
    };
  }
}
