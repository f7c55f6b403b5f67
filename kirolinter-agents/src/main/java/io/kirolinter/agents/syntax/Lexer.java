package io.kirolinter.agents.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts Java text into tokens, comments included, which the compiler's tree leaves out. It never
 * fails: text that is no Java gives tokens all the same. Unicode escapes are taken as they stand.
 */
public final class Lexer {

  private final String text;
  private final int limit;
  private int at;

  private Lexer(String text, int from, int to) {
    this.text = text;
    this.at = from;
    this.limit = to;
  }

  /** {@return all tokens of a file, in order} */
  public static List<Token> tokens(String text) {
    return tokens(text, 0, text.length());
  }

  /**
   * {@return the tokens between two offsets}
   *
   * @param from where a token or white space starts
   */
  public static List<Token> tokens(String text, int from, int to) {
    return new Lexer(text, from, to).all();
  }

  /** {@return whether a comment starts between two offsets, the first of which is in no literal} */
  public static boolean hasComment(String text, int from, int to) {
    return tokens(text, from, to).stream().anyMatch(Token::isComment);
  }

  private List<Token> all() {
    List<Token> tokens = new ArrayList<>();
    while (at < limit) {
      char c = text.charAt(at);
      if (c == ' ' || Character.isWhitespace(c)) {
        at++;
      } else {
        tokens.add(next());
      }
    }
    return tokens;
  }

  private Token next() {
    int start = at;
    Token.Kind kind = advance(text.charAt(at));
    at = Math.min(Math.max(at, start + 1), limit);
    return new Token(kind, start, at);
  }

  private Token.Kind advance(char first) {
    if (first == '/' && looksAt("//")) {
      at = endOfLine();
      return Token.Kind.LINE_COMMENT;
    }
    if (first == '/' && looksAt("/*")) {
      return blockComment();
    }
    if (first == '"' || first == '\'') {
      literal(first);
      return Token.Kind.LITERAL;
    }
    if (Character.isJavaIdentifierStart(first)) {
      skipIdentifier();
      return Token.Kind.WORD;
    }
    return isNumberStart(first) ? number() : symbol();
  }

  private Token.Kind blockComment() {
    boolean javadoc = looksAt("/**") && !looksAt("/**/");
    int close = text.indexOf("*/", at + 2);
    at = close < 0 ? limit : close + 2;
    return javadoc ? Token.Kind.JAVADOC : Token.Kind.BLOCK_COMMENT;
  }

  private void literal(char quote) {
    if (looksAt("\"\"\"")) {
      skipTo("\"\"\"", 3);
    } else {
      skipTo(String.valueOf(quote), 1);
    }
  }

  private void skipTo(String close, int openLength) {
    at += openLength;
    while (at < limit && !looksAt(close)) {
      boolean endsEarly = openLength == 1 && text.charAt(at) == '\n';
      if (endsEarly) {
        return;
      }
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at += close.length();
  }

  private void skipIdentifier() {
    while (at < limit && isIdentifierPart(text.charAt(at))) {
      at++;
    }
  }

  /** Asks for nearly every character of a file, so that the letters of English come first. */
  private static boolean isIdentifierPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || Character.isJavaIdentifierPart(c);
  }

  private Token.Kind number() {
    String exponents = looksAt("0x") || looksAt("0X") ? "pP" : "eE";
    while (at < limit && isNumberPart(text.charAt(at), exponents)) {
      at++;
    }
    return Token.Kind.NUMBER;
  }

  private Token.Kind symbol() {
    at++;
    return Token.Kind.SYMBOL;
  }

  private boolean isNumberStart(char c) {
    boolean digit = c >= '0' && c <= '9';
    return digit || (c == '.' && at + 1 < limit && Character.isDigit(text.charAt(at + 1)));
  }

  private boolean isNumberPart(char c, String exponents) {
    boolean exponentSign =
        (c == '+' || c == '-') && at > 0 && exponents.indexOf(text.charAt(at - 1)) >= 0;
    return c == '.' || c == '_' || Character.isLetterOrDigit(c) || exponentSign;
  }

  private boolean looksAt(String expected) {
    return text.startsWith(expected, at);
  }

  private int endOfLine() {
    int end = at;
    while (end < limit && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }
}
