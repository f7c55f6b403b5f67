package io.kirolinter.core.settings;

import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.settings.MailServer.Encryption;
import io.kirolinter.core.settings.NotifyEntry.Way;
import io.kirolinter.core.settings.Yaml.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads one item below {@code notify}, key by key, and joins what it has read. */
final class NotifyReader {

  private static final List<String> ALWAYS = List.of("channel", "severity", "categories", "owners");
  private static final List<String> OF_WEBHOOKS = List.of("url-env", "url-file");
  private static final List<String> OF_SIGNED = List.of("secret-env", "secret-file");
  private static final List<String> OF_MAIL =
      List.of(
          "host",
          "port",
          "encryption",
          "user",
          "password-env",
          "password-file",
          "from",
          "to",
          "domains",
          "addresses");

  /** Keys that people try, whose values must not stand in a file that many read. */
  private static final Set<String> BARE_SECRETS = Set.of("url", "secret", "password", "token");

  static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"()]+@[^\\s@<>,;\"()]+");
  static final Pattern OWNER = Pattern.compile("@[^\\s@]+");

  private final YamlValues values;
  private final Yaml item;
  private final Way way;
  private final Map<String, Yaml> given = new HashMap<>();

  private NotifyReader(YamlValues values, Yaml item) {
    this.values = values;
    this.item = item;
    for (Entry entry : values.entries(item)) {
      given.put(entry.key(), entry.value());
    }
    this.way = channel();
  }

  static NotifyEntry entry(YamlValues values, Yaml item) {
    NotifyReader reader = new NotifyReader(values, item);
    reader.refuseUnknownKeys();
    return reader.entry();
  }

  private NotifyEntry entry() {
    return new NotifyEntry(
        way,
        read("severity", this::severity).orElse(Severity.LOW),
        Set.copyOf(list("categories", SettingsReader::category)),
        list("owners", NotifyReader::owner),
        way.isWebhook() ? Optional.of(required("url")) : Optional.empty(),
        secret("secret"),
        way == Way.EMAIL ? Optional.of(server()) : Optional.empty(),
        way == Way.EMAIL ? addressees() : List.of(),
        list("domains", NotifyReader::domain),
        read("addresses", this::addresses).orElse(Map.of()));
  }

  private Way channel() {
    Yaml value = value("channel", "the name of a channel: " + String.join(", ", ways()));
    return named(value, "channel", Way.values(), Way::label);
  }

  private static List<String> ways() {
    return Arrays.stream(Way.values()).map(Way::label).toList();
  }

  private void refuseUnknownKeys() {
    List<String> known = known();
    for (Entry entry : values.entries(item)) {
      if (BARE_SECRETS.contains(entry.key())) {
        throw values.bareSecret(entry);
      }
      if (!known.contains(entry.key())) {
        throw values.unknownKey(entry, known);
      }
    }
  }

  private List<String> known() {
    List<String> known = new ArrayList<>(ALWAYS);
    if (way.isWebhook()) {
      known.addAll(OF_WEBHOOKS);
    }
    if (way == Way.WEBHOOK) {
      known.addAll(OF_SIGNED);
    }
    if (way == Way.EMAIL) {
      known.addAll(OF_MAIL);
    }
    return known;
  }

  private Severity severity(Yaml value) {
    return named(value, "severity", Severity.values(), one -> one.name().toLowerCase(Locale.ROOT));
  }

  private MailServer server() {
    Encryption encryption = read("encryption", this::encryption).orElse(Encryption.STARTTLS);
    Optional<String> user = read("user", values::text);
    Optional<SecretPlace> password = secret("password");
    if (user.isPresent() != password.isPresent()) {
      throw values.wrong(
          item, "one of user and password is missing", "both, or a server that asks for neither");
    }
    return new MailServer(
        values.text(value("host", "the name of a mail server")),
        read("port", this::port).orElse(encryption == Encryption.TLS ? 465 : 587),
        encryption,
        user,
        password,
        address(values, value("from", "the address that mails come from")));
  }

  private Encryption encryption(Yaml value) {
    return named(
        value, "encryption", Encryption.values(), one -> one.name().toLowerCase(Locale.ROOT));
  }

  private int port(Yaml value) {
    return values.count(value, 1, 65_535);
  }

  private List<String> addressees() {
    Yaml value = value("to", "owners, authors, or addresses");
    List<String> to = values.items(value, NotifyReader::addressee);
    if (to.isEmpty()) {
      throw values.wrong(value, "it names nobody", "owners, authors, or addresses");
    }
    return to;
  }

  private static String addressee(YamlValues values, Yaml item) {
    String text = values.text(item);
    if (text.equals("owners") || text.equals("authors") || isOwner(text)) {
      return text;
    }
    if (!text.contains("@")) {
      throw values.unknownName(item, "addressee", text, List.of("owners", "authors"));
    }
    return address(values, item);
  }

  private static String owner(YamlValues values, Yaml item) {
    String text = values.text(item);
    if (!isOwner(text)) {
      throw values.wrong(item, "'" + text + "'", "an owner as in CODEOWNERS, such as '@team'");
    }
    return text;
  }

  private static boolean isOwner(String text) {
    return OWNER.matcher(text).matches() || ADDRESS.matcher(text).matches();
  }

  private static String address(YamlValues values, Yaml item) {
    String text = values.text(item);
    if (!ADDRESS.matcher(text).matches()) {
      throw values.wrong(item, "'" + text + "'", "a plain e-mail address");
    }
    return text;
  }

  private static String domain(YamlValues values, Yaml item) {
    String text = values.text(item).toLowerCase(Locale.ROOT);
    if (text.contains("@") || !text.contains(".")) {
      throw values.wrong(item, "'" + text + "'", "what follows the @ of an address");
    }
    return text;
  }

  private Map<String, String> addresses(Yaml value) {
    Map<String, String> addresses = new HashMap<>();
    for (Entry entry : values.entries(value)) {
      addresses.put(entry.key(), address(values, entry.value()));
    }
    return addresses;
  }

  private SecretPlace required(String name) {
    return secret(name)
        .orElseThrow(
            () ->
                values.wrong(
                    item,
                    "the key '" + name + "-env' is missing",
                    "the variable, or with '" + name + "-file' the file, that holds the " + name));
  }

  private Optional<SecretPlace> secret(String name) {
    Optional<SecretPlace> variable = read(name + "-env", this::variable).map(SecretPlace::variable);
    Optional<SecretPlace> file = read(name + "-file", values::text).map(SecretPlace::file);
    if (variable.isPresent() && file.isPresent()) {
      throw values.wrong(
          item, "both '" + name + "-env' and '" + name + "-file' are there", "one of them");
    }
    return variable.or(() -> file);
  }

  /** What does not look like a name may be the secret itself, and is not shown. */
  private String variable(Yaml value) {
    String text = values.text(value);
    if (!VARIABLE.matcher(text).matches()) {
      throw values.wrong(value, "a text that is no name", "the name of an environment variable");
    }
    return text;
  }

  private <T> T named(Yaml value, String kind, T[] all, Function<T, String> label) {
    String text = values.text(value);
    return Arrays.stream(all)
        .filter(one -> label.apply(one).equals(text))
        .findFirst()
        .orElseThrow(
            () -> values.unknownName(value, kind, text, Arrays.stream(all).map(label).toList()));
  }

  private Yaml value(String key, String expected) {
    return read(key, Function.identity()).orElseThrow(() -> missing(key, expected));
  }

  private InvalidRequestException missing(String key, String expected) {
    return values.wrong(item, "the key '" + key + "' is missing", expected);
  }

  private <T> Optional<T> read(String key, Function<Yaml, T> read) {
    return Optional.ofNullable(given.get(key)).map(read);
  }

  private <T> List<T> list(String key, BiFunction<YamlValues, Yaml, T> read) {
    return read(key, value -> values.items(value, read)).orElse(List.of());
  }
}
