package io.kirolinter.agents.testkit;

import io.kirolinter.agents.syntax.Lexer;
import io.kirolinter.agents.syntax.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Breaks sources, each time in another way, and the same way for the same random numbers. */
public final class MutatedSource {

  private final Random random;

  public MutatedSource(Random random) {
    this.random = random;
  }

  /** {@return the text with a few tokens cut, doubled, swapped or shuffled, or with no end} */
  public String of(String text) {
    List<String> pieces = piecesOf(text);
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes && pieces.size() > 8; i++) {
      change(pieces);
    }
    return String.join("", pieces);
  }

  private void change(List<String> pieces) {
    int at = random.nextInt(pieces.size() - 6);
    switch (random.nextInt(6)) {
      case 0 -> pieces.remove(at);
      case 1 -> pieces.add(at, pieces.get(at));
      case 2 -> Collections.swap(pieces, at, random.nextInt(pieces.size()));
      case 3 -> Collections.shuffle(pieces.subList(at, at + 6), random);
      case 4 -> pieces.subList(at, Math.min(pieces.size(), at + 40)).clear();
      default -> pieces.subList(pieces.size() / 2 + at / 2, pieces.size()).clear();
    }
  }

  /** Each piece is a token with the white space before it. */
  private static List<String> piecesOf(String text) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    for (Token token : Lexer.tokens(text)) {
      pieces.add(text.substring(from, token.end()));
      from = token.end();
    }
    return pieces;
  }
}
