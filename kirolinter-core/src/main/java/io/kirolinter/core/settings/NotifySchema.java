package io.kirolinter.core.settings;

import static io.kirolinter.core.settings.SchemaWords.anyOf;
import static io.kirolinter.core.settings.SchemaWords.categories;
import static io.kirolinter.core.settings.SchemaWords.count;
import static io.kirolinter.core.settings.SchemaWords.form;
import static io.kirolinter.core.settings.SchemaWords.list;
import static io.kirolinter.core.settings.SchemaWords.object;
import static io.kirolinter.core.settings.SchemaWords.oneOf;
import static io.kirolinter.core.settings.SchemaWords.ref;
import static io.kirolinter.core.settings.SchemaWords.required;
import static io.kirolinter.core.settings.SchemaWords.some;

import com.google.common.collect.ImmutableMap;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.settings.MailServer.Encryption;
import io.kirolinter.core.settings.NotifyEntry.Way;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What one item below {@code notify} may hold: each kind of channel has keys of its own. */
final class NotifySchema {

  static final String ENTRY = "#/$defs/notify";

  private static final Object TEXT = ref("#/$defs/text");
  private static final Object VARIABLE = ref("#/$defs/variable");
  private static final Object ADDRESS = ref("#/$defs/address");
  private static final Object OWNER = ref("#/$defs/owner");

  private NotifySchema() {}

  /** {@return the parts that a schema of settings needs, by their names} */
  static Map<String, Object> definitions() {
    return ImmutableMap.of(
        "variable", form(NotifyReader.VARIABLE.pattern()),
        "address", form(NotifyReader.ADDRESS.pattern()),
        "owner", form(NotifyReader.OWNER.pattern() + "|" + NotifyReader.ADDRESS.pattern()),
        "notify", anyOf(inside(), chat(), webhook(), email()));
  }

  private static Object inside() {
    return object(always(Way.CONSOLE, Way.FILE).buildOrThrow(), List.of("channel"));
  }

  private static Object chat() {
    return ImmutableMap.builder()
        .putAll(object(withUrl(Way.SLACK, Way.TEAMS).buildOrThrow(), List.of("channel")))
        .put("oneOf", List.of(required("url-env"), required("url-file")))
        .buildOrThrow();
  }

  private static Object webhook() {
    Map<String, Object> keys =
        withUrl(Way.WEBHOOK).put("secret-env", VARIABLE).put("secret-file", TEXT).buildOrThrow();
    return ImmutableMap.builder()
        .putAll(object(keys, List.of("channel")))
        .put("oneOf", List.of(required("url-env"), required("url-file")))
        .put("not", required("secret-env", "secret-file"))
        .buildOrThrow();
  }

  private static Object email() {
    Map<String, Object> keys =
        always(Way.EMAIL).putAll(server()).putAll(addressees()).buildOrThrow();
    return ImmutableMap.builder()
        .putAll(object(keys, List.of("channel", "host", "from", "to")))
        .put("oneOf", logins())
        .buildOrThrow();
  }

  /** A user with one password, or neither. */
  private static List<Object> logins() {
    return List.of(
        required("user", "password-env"),
        required("user", "password-file"),
        Map.of(
            "not", anyOf(required("user"), required("password-env"), required("password-file"))));
  }

  private static Map<String, Object> server() {
    return ImmutableMap.of(
        "host", TEXT,
        "port", count(1, 65_535),
        "encryption", oneOf(Encryption.class),
        "user", TEXT,
        "password-env", VARIABLE,
        "password-file", TEXT,
        "from", ADDRESS);
  }

  private static Map<String, Object> addressees() {
    return ImmutableMap.of(
        "to",
        some(list(anyOf(Map.of("enum", List.of("owners", "authors")), OWNER))),
        "domains",
        list(form("[^@]*\\.[^@]*")),
        "addresses",
        ImmutableMap.of("type", "object", "additionalProperties", ADDRESS));
  }

  private static ImmutableMap.Builder<String, Object> withUrl(Way... ways) {
    return always(ways).put("url-env", VARIABLE).put("url-file", TEXT);
  }

  private static ImmutableMap.Builder<String, Object> always(Way... ways) {
    return ImmutableMap.<String, Object>builder()
        .put("channel", Map.of("enum", Stream.of(ways).map(Way::label).toList()))
        .put("severity", oneOf(Severity.class))
        .put("categories", categories())
        .put("owners", list(OWNER));
  }
}
