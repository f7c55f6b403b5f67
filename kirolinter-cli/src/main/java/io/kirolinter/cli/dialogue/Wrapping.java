package io.kirolinter.cli.dialogue;

import com.google.common.base.Splitter;

/** Breaks text between words, so that it fits a terminal; a word that is too long stays whole. */
record Wrapping(int columns) {

  private static final int FEWEST = 20;
  private static final Splitter WORDS = Splitter.on(' ');

  /** Wraps to the width of a terminal; one that tells a nonsense width counts as small. */
  Wrapping {
    columns = Math.max(FEWEST, columns);
  }

  /** {@return the text in lines, the later ones indented, with a line end behind each} */
  String lines(String text, String indent) {
    return wrapped(text, indent) + System.lineSeparator();
  }

  /** {@return the text without a line end behind it, to be answered on its last line} */
  String wrapped(String text, String indent) {
    StringBuilder out = new StringBuilder();
    int used = 0;
    for (String word : WORDS.split(text)) {
      if (used > 0 && used + 1 + word.length() >= columns) {
        out.append(System.lineSeparator()).append(indent);
        used = indent.length();
      } else if (used > 0) {
        out.append(' ');
        used++;
      }
      out.append(word);
      used += word.length();
    }
    return out.toString();
  }
}
