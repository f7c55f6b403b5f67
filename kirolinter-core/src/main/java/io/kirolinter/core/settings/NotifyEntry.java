package io.kirolinter.core.settings;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who is told what, and how: one item below {@code notify} in a settings file.
 *
 * @param severity findings below it are not told
 * @param categories findings of other categories are not told; empty for all
 * @param owners only findings in files of these owners, as CODEOWNERS writes them, are told; empty
 *     for all
 * @param url where the address of a webhook is kept, which is a secret; there for webhooks alone
 * @param secret where the key is kept with which a plain webhook is signed
 * @param server there for e-mail alone
 * @param to who gets e-mail: {@code owners}, {@code authors}, addresses, owners as in CODEOWNERS
 * @param domains owners and authors get e-mail only at these; empty for that of the sender
 * @param addresses the e-mail addresses of owners that CODEOWNERS has only a name for
 */
public record NotifyEntry(
    Way channel,
    Severity severity,
    Set<Category> categories,
    List<String> owners,
    Optional<SecretPlace> url,
    Optional<SecretPlace> secret,
    Optional<MailServer> server,
    List<String> to,
    List<String> domains,
    Map<String, String> addresses) {

  /** The ways to reach people. */
  public enum Way {
    CONSOLE,
    FILE,
    WEBHOOK,
    SLACK,
    TEAMS,
    EMAIL;

    /** {@return the name that users see} */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** {@return whether messages leave the machine} */
    public boolean isOutside() {
      return this != CONSOLE && this != FILE;
    }

    /** {@return whether messages go to an address that is kept secret} */
    public boolean isWebhook() {
      return this == WEBHOOK || this == SLACK || this == TEAMS;
    }
  }

  public NotifyEntry {
    requireNonNull(severity, "severity");
    categories = ImmutableSortedSet.copyOf(categories);
    owners = List.copyOf(owners);
    requireNonNull(secret, "secret");
    to = List.copyOf(to);
    domains = List.copyOf(domains);
    addresses = Map.copyOf(addresses);
    if (url.isPresent() != channel.isWebhook()) {
      throw new IllegalArgumentException("a webhook, and nothing else, has a url");
    }
    if (server.isPresent() != (channel == Way.EMAIL) || server.isPresent() == to.isEmpty()) {
      throw new IllegalArgumentException("e-mail, and nothing else, has a server and addressees");
    }
  }

  /** {@return whether a finding is told, whoever owns the file} */
  public boolean wants(Finding finding) {
    return finding.severity().isAtLeast(severity)
        && (categories.isEmpty() || categories.contains(finding.category()));
  }

  /**
   * {@return all that this entry says, in one line without secrets; another entry has another text.
   * A user who trusts an entry of a repository trusts this text}
   */
  public String text() {
    StringBuilder text = new StringBuilder("notify ").append(channel.label());
    add(text, "severity", severity.name().toLowerCase(Locale.ROOT));
    add(text, "categories", String.join(",", categories.stream().map(Category::label).toList()));
    add(text, "owners", String.join(",", owners));
    url.ifPresent(place -> add(text, "url", place.toString()));
    secret.ifPresent(place -> add(text, "secret", place.toString()));
    server.ifPresent(at -> add(text, at));
    add(text, "to", String.join(",", to));
    add(text, "domains", String.join(",", domains));
    add(text, "addresses", addresses.isEmpty() ? "" : new TreeMap<>(addresses).toString());
    return text.toString();
  }

  private static void add(StringBuilder text, MailServer server) {
    add(text, "server", server.host() + ":" + server.port());
    add(text, "encryption", server.encryption().name().toLowerCase(Locale.ROOT));
    server.user().ifPresent(user -> add(text, "user", user));
    server.password().ifPresent(place -> add(text, "password", place.toString()));
    add(text, "from", server.from());
  }

  private static void add(StringBuilder text, String key, String value) {
    if (!value.isEmpty()) {
      text.append(", ").append(key).append(' ').append(value);
    }
  }
}
