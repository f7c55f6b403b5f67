package io.kirolinter.core.settings;

import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.NearestName;
import io.kirolinter.core.settings.Yaml.Entry;
import io.kirolinter.core.settings.Yaml.Scalar;
import io.kirolinter.core.template.Place;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Takes values of the wanted type out of a YAML file, or says where it has another one. */
final class YamlValues {

  private static final String CORRECT = "Correct the value.";

  static final int LONGEST_LINE = 200;

  private static final String LINE = "one line of at most " + LONGEST_LINE + " characters";

  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

  private static final Set<Scalar.Type> TRUTHS = Set.of(Scalar.Type.TRUE, Scalar.Type.FALSE);

  private final String file;

  YamlValues(String file) {
    this.file = file;
  }

  List<Entry> entries(Yaml value) {
    if (value instanceof Yaml.Mapping mapping) {
      return mapping.entries();
    }
    throw wrong(value, value.kind(), "keys with values");
  }

  /** {@return the items, each read in its own way; nothing at all is an empty list} */
  <T> List<T> items(Yaml value, BiFunction<YamlValues, Yaml, T> read) {
    if (value instanceof Yaml.Sequence sequence) {
      return sequence.items().stream().map(item -> read.apply(this, item)).toList();
    }
    if (value instanceof Scalar scalar && scalar.type() == Scalar.Type.NOTHING) {
      return List.of();
    }
    throw wrong(value, value.kind(), "a list, each item after a dash");
  }

  String text(Yaml value) {
    if (value instanceof Scalar scalar
        && scalar.type() == Scalar.Type.TEXT
        && !scalar.text().isBlank()) {
      return scalar.text();
    }
    throw wrong(value, value.kind(), "a text; in quotes, should it look like something else");
  }

  boolean truth(Yaml value) {
    if (value instanceof Scalar scalar && TRUTHS.contains(scalar.type())) {
      return scalar.type() == Scalar.Type.TRUE;
    }
    throw wrong(value, value.kind(), "true or false");
  }

  /** {@return a text for people, of one line and without control characters} */
  String line(Yaml value) {
    String text = text(value).strip();
    if (text.length() > LONGEST_LINE || text.chars().anyMatch(Character::isISOControl)) {
      throw wrong(value, "a text of " + text.length() + " characters, or of several lines", LINE);
    }
    return text;
  }

  /** {@return a whole number between two} */
  int count(Yaml value, int least, int most) {
    if (value instanceof Scalar scalar
        && scalar.type() == Scalar.Type.NUMBER
        && COUNT.matcher(scalar.text()).matches()) {
      int count = Integer.parseInt(scalar.text());
      if (count >= least && count <= most) {
        return count;
      }
    }
    throw wrong(value, value.kind(), "a whole number from %d to %d".formatted(least, most));
  }

  /** {@return a time of at most so long, written like {@code 500ms}, {@code 30s} or {@code 2h}} */
  Duration time(Yaml value, Duration most) {
    Optional<Duration> time =
        value instanceof Scalar scalar ? TimeText.read(scalar.text()) : Optional.empty();
    return time.filter(one -> one.compareTo(most) <= 0)
        .orElseThrow(
            () ->
                wrong(
                    value,
                    value.kind(),
                    "a number and ms, s, m, h or d, at most " + TimeText.of(most)));
  }

  /** {@return the constant whose name in kebab-case is written there} */
  <E extends Enum<E>> E choice(Yaml value, Class<E> type) {
    String text = text(value);
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> label(one).equals(text))
        .findFirst()
        .orElseThrow(() -> wrong(value, "'" + text + "'", "one of " + listed(labels(type))));
  }

  /** {@return the names of constants, in kebab-case} */
  static <E extends Enum<E>> List<String> labels(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(YamlValues::label).toList();
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String listed(Collection<String> names) {
    return String.join(", ", names);
  }

  Place place(Yaml value) {
    return new Place(file, value.line(), value.column());
  }

  Place place(Entry entry) {
    return new Place(file, entry.line(), entry.column());
  }

  /** The value is not shown: it may be what must not be seen. */
  InvalidRequestException bareSecret(Entry entry) {
    String key = entry.key();
    return YamlFile.trouble(
        file,
        entry.line(),
        entry.column(),
        "the key '" + key + "' would put a secret into this file",
        "the place where it is kept",
        "Write '%s-env: NAME' for an environment variable, or '%s-file: PATH' for a file of mode 0600."
            .formatted(key, key));
  }

  InvalidRequestException wrong(Yaml at, String found, String expected) {
    return YamlFile.trouble(file, at.line(), at.column(), found, expected, CORRECT);
  }

  InvalidRequestException ofUserOnly(Entry entry) {
    return YamlFile.trouble(
        file,
        entry.line(),
        entry.column(),
        "the key '" + entry.key() + "' is about the machine of whoever uses it",
        "it in the config.yaml of the data folder only",
        "Move it there.");
  }

  InvalidRequestException unknownKey(Entry entry, Collection<String> known) {
    return YamlFile.trouble(
        file,
        entry.line(),
        entry.column(),
        "there is no key '" + entry.key() + "'",
        "one of the known keys",
        NearestName.hint(entry.key(), known));
  }

  InvalidRequestException unknownName(Yaml at, String kind, String name, Collection<String> known) {
    return YamlFile.trouble(
        file,
        at.line(),
        at.column(),
        "there is no " + kind + " '" + name + "'",
        "a known " + kind,
        NearestName.to(name, known)
            .map(near -> "Did you mean '" + near + "'?")
            .orElse("Correct the name."));
  }
}
