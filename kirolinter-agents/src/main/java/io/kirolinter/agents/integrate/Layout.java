package io.kirolinter.agents.integrate;

import io.kirolinter.agents.syntax.Lexer;
import io.kirolinter.agents.syntax.Token;
import java.util.List;
import java.util.Set;

/** Tells layout from code in Java text: white space, the order of modifiers, where brackets are. */
final class Layout {

  private static final Set<String> MOVABLE =
      Set.of(
          "[",
          "]",
          "public",
          "protected",
          "private",
          "abstract",
          "static",
          "final",
          "transient",
          "volatile",
          "synchronized",
          "native",
          "strictfp",
          "default",
          "sealed");

  private Layout() {}

  /** {@return whether nobody has to read again what a file says, as it says the same} */
  static boolean isAllThatDiffers(String before, String after) {
    List<String> one = words(before);
    List<String> other = words(after);
    return without(one).equals(without(other))
        && one.stream().sorted().toList().equals(other.stream().sorted().toList());
  }

  private static List<String> words(String text) {
    return Lexer.tokens(text).stream().map((Token token) -> token.in(text)).toList();
  }

  private static List<String> without(List<String> words) {
    return words.stream().filter(word -> !MOVABLE.contains(word)).toList();
  }
}
