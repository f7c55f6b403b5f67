package io.kirolinter.agents.git;

/** Who a commit says it is by. */
public record Identity(String name, String email) {

  public Identity {
    if (!isPlain(name) || !isPlain(email) || email.isBlank()) {
      throw new IllegalArgumentException(
          "identity must be one line without < and >, was '%s' and '%s'".formatted(name, email));
    }
  }

  private static boolean isPlain(String text) {
    return text.chars().noneMatch(c -> c == '<' || c == '>' || c < ' ');
  }
}
