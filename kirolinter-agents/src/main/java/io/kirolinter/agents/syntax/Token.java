package io.kirolinter.agents.syntax;

/**
 * A piece of a file's text that is not white space.
 *
 * @param start offset of its first char
 * @param end offset behind its last char
 */
public record Token(Kind kind, int start, int end) {

  /** What a token is. */
  public enum Kind {
    /** An identifier or keyword. */
    WORD,
    NUMBER,
    /** A string, text block or char literal. */
    LITERAL,
    /** One char of punctuation or of an operator. */
    SYMBOL,
    LINE_COMMENT,
    BLOCK_COMMENT,
    JAVADOC
  }

  public boolean isComment() {
    return kind.compareTo(Kind.LINE_COMMENT) >= 0;
  }

  public String in(String text) {
    return text.substring(start, end);
  }

  /** {@return whether this token stands in {@code text} as exactly {@code word}} */
  public boolean is(String text, String word) {
    return end - start == word.length() && text.startsWith(word, start);
  }
}
