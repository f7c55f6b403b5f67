package io.kirolinter.core.settings;

import io.kirolinter.core.run.Publication;
import io.kirolinter.core.settings.ProposalSettings.ForgeHost;
import io.kirolinter.core.settings.ProposalSettings.SizeLimits;
import io.kirolinter.core.settings.Yaml.Entry;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads what stands below {@code proposals}. */
final class ProposalReader {

  static final int MOST_COUNTED = 1_000;
  static final String HOST = "[a-z0-9]([a-z0-9.-]*[a-z0-9])?";
  static final String KIND = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
  static final String API = "https?://[^\\s@]+";
  static final int LARGEST = 1_000_000;
  static final List<String> KEYS =
      List.of(
          "per-hour",
          "most-open",
          "most-files",
          "most-lines",
          "most-fixes",
          "draft",
          "labels",
          "reviewers",
          "code-scanning",
          "blame-ignore",
          "forges");

  private static final List<String> HOST_KEYS = List.of("host", "kind", "api");

  private final YamlValues values;
  private final Map<String, Yaml> given;

  private ProposalReader(YamlValues values, Map<String, Yaml> given) {
    this.values = values;
    this.given = given;
  }

  static ProposalSettings read(YamlValues values, Yaml value) {
    return new ProposalReader(values, keys(values, value, KEYS)).settings();
  }

  private ProposalSettings settings() {
    return new ProposalSettings(
        count("per-hour", MOST_COUNTED),
        count("most-open", MOST_COUNTED),
        truth("draft").map(draft -> draft ? Publication.DRAFT : Publication.READY),
        read("labels", value -> values.items(value, YamlValues::line)),
        truth("reviewers"),
        truth("code-scanning"),
        new SizeLimits(
            count("most-files", LARGEST),
            count("most-lines", LARGEST),
            count("most-fixes", LARGEST)),
        truth("blame-ignore"),
        read("forges", value -> values.items(value, ProposalReader::forge)).orElse(List.of()));
  }

  private static ForgeHost forge(YamlValues values, Yaml item) {
    Map<String, Yaml> keys = keys(values, item, HOST_KEYS);
    if (!keys.containsKey("host") || !keys.containsKey("kind")) {
      throw values.wrong(item, "host or kind is missing", "both");
    }
    Yaml host = keys.get("host");
    return new ForgeHost(
        form(values, host, values.text(host).toLowerCase(Locale.ROOT), HOST, "a host name"),
        form(values, keys.get("kind"), values.text(keys.get("kind")), KIND, "such as gitlab"),
        Optional.ofNullable(keys.get("api")).map(api -> api(values, api)));
  }

  private static URI api(YamlValues values, Yaml value) {
    String text = form(values, value, values.text(value), API, "an address with https://");
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw values.wrong(value, "'" + text + "'", "an address with https://");
    }
  }

  private static String form(
      YamlValues values, Yaml at, String text, String form, String expected) {
    if (!Pattern.matches(form, text)) {
      throw values.wrong(at, "'" + text + "'", expected);
    }
    return text;
  }

  private static Map<String, Yaml> keys(YamlValues values, Yaml value, List<String> known) {
    Map<String, Yaml> keys = new HashMap<>();
    for (Entry entry : values.entries(value)) {
      if (!known.contains(entry.key())) {
        throw values.unknownKey(entry, known);
      }
      keys.put(entry.key(), entry.value());
    }
    return keys;
  }

  private OptionalInt count(String key, int most) {
    return read(key, value -> values.count(value, 1, most))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private Optional<Boolean> truth(String key) {
    return read(key, values::truth);
  }

  private <T> Optional<T> read(String key, Function<Yaml, T> read) {
    return Optional.ofNullable(given.get(key)).map(read);
  }
}
