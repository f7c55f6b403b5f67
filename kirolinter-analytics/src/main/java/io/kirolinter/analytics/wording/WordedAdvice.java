package io.kirolinter.analytics.wording;

import static java.util.Objects.requireNonNull;

/**
 * Recommendations as a model words them.
 *
 * @param model its name
 * @param note says to people what this is
 * @param text what the model wrote
 */
public record WordedAdvice(String model, String note, String text) {

  private static final String NOTE =
      "worded by a language model from the recommendations above, which alone count";

  public WordedAdvice {
    requireNonNull(model, "model");
    requireNonNull(note, "note");
    requireNonNull(text, "text");
  }

  static WordedAdvice of(String model, String text) {
    return new WordedAdvice(model, NOTE, text);
  }
}
