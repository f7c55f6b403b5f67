package io.kirolinter.core.settings;

import com.google.common.primitives.Ints;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.NearestName;
import io.kirolinter.core.settings.Yaml.Entry;
import io.kirolinter.core.settings.Yaml.Scalar;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Takes values of the wanted type out of a YAML file, or says where it has another one. */
final class YamlValues {

  private static final String CORRECT = "Correct the value.";

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

  int number(Yaml value, int least, int most) {
    if (value instanceof Scalar scalar && scalar.type() == Scalar.Type.NUMBER) {
      Integer number = Ints.tryParse(scalar.text());
      if (number != null && number >= least && number <= most) {
        return number;
      }
    }
    throw wrong(value, value.kind(), "a whole number from " + least + " to " + most);
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
