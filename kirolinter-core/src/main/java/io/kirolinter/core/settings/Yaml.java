package io.kirolinter.core.settings;

import java.util.List;

/** A part of a YAML file, with the line and column where it starts, both from 1. */
sealed interface Yaml {

  int line();

  int column();

  /** {@return what it is, for people} */
  String kind();

  /** A text, or a number, a truth value or nothing, as they are written. */
  record Scalar(int line, int column, Type type, String text) implements Yaml {

    enum Type {
      TEXT,
      NUMBER,
      TRUE,
      FALSE,
      NOTHING
    }

    @Override
    public String kind() {
      return switch (type) {
        case TEXT -> "the text '" + text + "'";
        case NUMBER -> "the number " + text;
        case TRUE, FALSE -> "the truth value " + text;
        case NOTHING -> "nothing";
      };
    }
  }

  /** Values under each other. */
  record Sequence(int line, int column, List<Yaml> items) implements Yaml {

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys with values, in the order of the file. */
  record Mapping(int line, int column, List<Entry> entries) implements Yaml {

    @Override
    public String kind() {
      return "a mapping of keys to values";
    }
  }

  /** A key with its value; the place is that of the key. */
  record Entry(int line, int column, String key, Yaml value) {}
}
