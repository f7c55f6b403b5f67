package io.kirolinter.core.step;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a template may settle for a step.
 *
 * @param name kebab-case
 * @param sentence what it settles, for people
 */
public record StepOption(String name, Kind kind, String sentence) {

  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,8}");

  /** What values an option takes. */
  public enum Kind {
    /** A number, 1 or more. */
    COUNT("a number, 1 or more"),
    /** {@code true} or {@code false}. */
    TRUTH("true or false"),
    /** Any text. */
    TEXT("one text"),
    /** Any number of texts. */
    TEXTS("a list of texts");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }
  }

  public StepOption {
    requireNonNull(kind, "kind");
    requireNonNull(sentence, "sentence");
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("option must be kebab-case, was '" + name + "'");
    }
  }

  public static StepOption count(String name, String sentence) {
    return new StepOption(name, Kind.COUNT, sentence);
  }

  public static StepOption truth(String name, String sentence) {
    return new StepOption(name, Kind.TRUTH, sentence);
  }

  public static StepOption text(String name, String sentence) {
    return new StepOption(name, Kind.TEXT, sentence);
  }

  public static StepOption texts(String name, String sentence) {
    return new StepOption(name, Kind.TEXTS, sentence);
  }

  /** {@return what these values ought to be, for people; empty if they are right} */
  public Optional<String> expectedInPlaceOf(List<String> values) {
    return accepts(values) ? Optional.empty() : Optional.of(kind.sentence);
  }

  private boolean accepts(List<String> values) {
    if (kind == Kind.TEXTS) {
      return true;
    }
    return values.size() == 1 && acceptsOne(values.get(0));
  }

  private boolean acceptsOne(String value) {
    return switch (kind) {
      case COUNT -> COUNT.matcher(value).matches();
      case TRUTH -> value.equals("true") || value.equals("false");
      default -> true;
    };
  }
}
