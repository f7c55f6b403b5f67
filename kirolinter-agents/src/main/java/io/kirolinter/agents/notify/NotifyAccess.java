package io.kirolinter.agents.notify;

import static java.util.Objects.requireNonNull;

import io.kirolinter.agents.notify.mail.MailTrust;
import io.kirolinter.agents.notify.secret.SecretStore;
import io.kirolinter.agents.retry.Pause;
import io.kirolinter.agents.retry.Retries;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * What the notifier may use to reach people outside.
 *
 * @param ofUser the user's settings, whose entries need no trust
 * @param secrets where addresses, keys and passwords come from
 * @param trusted whether the user trusts an entry of a repository, by {@link
 *     io.kirolinter.core.settings.NotifyEntry#text}; without that it reaches nobody outside
 * @param retries how often a service is asked that is busy
 * @param limit how long a service may take for one attempt
 * @param mailTrust how certificates of mail servers are checked
 */
public record NotifyAccess(
    Settings ofUser,
    SecretStore secrets,
    BiPredicate<RepositoryId, String> trusted,
    Retries retries,
    Duration limit,
    MailTrust mailTrust) {

  private static final Duration USUAL_LIMIT = Duration.ofSeconds(10);

  public NotifyAccess {
    requireNonNull(ofUser, "ofUser");
    requireNonNull(secrets, "secrets");
    requireNonNull(trusted, "trusted");
    requireNonNull(retries, "retries");
    requireNonNull(limit, "limit");
    requireNonNull(mailTrust, "mailTrust");
  }

  /** {@return access with limits of 10 s an attempt, and the certificates that the JVM trusts} */
  public static NotifyAccess of(
      Settings ofUser,
      SecretStore secrets,
      BiPredicate<RepositoryId, String> trusted,
      Retries retries) {
    return new NotifyAccess(ofUser, secrets, trusted, retries, USUAL_LIMIT, MailTrust.ofJvm());
  }

  /** {@return access to nobody outside} */
  static NotifyAccess none() {
    return of(
        Settings.none(),
        SecretStore.of(Map.of(), Path.of("")),
        (repository, text) -> false,
        Retries.by(RetryPolicy.never(), () -> 0, Pause.sleeping()));
  }
}
