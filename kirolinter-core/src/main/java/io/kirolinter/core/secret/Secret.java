package io.kirolinter.core.secret;

/** A text that must not be seen. It does not show itself in logs, errors or JSON. Immutable. */
public final class Secret {

  private static final String MASK = "[secret]";

  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  public static Secret of(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a secret must not be blank");
    }
    return new Secret(text);
  }

  /** {@return the secret itself, for whoever it is meant for} */
  public String reveal() {
    return text;
  }

  /** {@return a text of others, without this secret should it be in it} */
  public String hiddenIn(String words) {
    return words.replace(text, MASK);
  }

  @Override
  public String toString() {
    return MASK;
  }
}
