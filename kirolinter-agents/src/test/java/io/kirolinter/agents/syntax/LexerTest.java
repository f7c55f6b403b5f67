package io.kirolinter.agents.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LexerTest {

  @Test
  void tellsWordsNumbersLiteralsAndSymbolsApart() {
    assertThat(kinds("int $a_1 = 7 + \"x\";"))
        .containsExactly(
            Token.Kind.WORD,
            Token.Kind.WORD,
            Token.Kind.SYMBOL,
            Token.Kind.NUMBER,
            Token.Kind.SYMBOL,
            Token.Kind.LITERAL,
            Token.Kind.SYMBOL);
  }

  @Test
  void tellsCommentsApart() {
    assertThat(kinds("// a\n/* b */ /** c */ /**/ d"))
        .containsExactly(
            Token.Kind.LINE_COMMENT,
            Token.Kind.BLOCK_COMMENT,
            Token.Kind.JAVADOC,
            Token.Kind.BLOCK_COMMENT,
            Token.Kind.WORD);
  }

  @Test
  void endsALineCommentAtAnyLineBreak() {
    assertThat(texts("// a\r\nb // c\rd // e")).containsExactly("// a", "b", "// c", "d", "// e");
  }

  @Test
  void readsCommentsInLiteralsAsText() {
    assertThat(texts("\"/* a\" \"// b\" '/' \"*/\""))
        .containsExactly("\"/* a\"", "\"// b\"", "'/'", "\"*/\"");
  }

  @Test
  void readsLiteralsInCommentsAsText() {
    assertThat(texts("/* \"a */ b // '\nc")).containsExactly("/* \"a */", "b", "// '", "c");
  }

  @Test
  void readsEscapes() {
    assertThat(texts("\"a\\\"b\" '\\'' '\"' \"\\\\\" x"))
        .containsExactly("\"a\\\"b\"", "'\\''", "'\"'", "\"\\\\\"", "x");
  }

  @Test
  void readsATextBlockAsOneLiteral() {
    String block = "\"\"\"\n  a \"b\" // c\n  \\\"\"\" d\n  \"\"\"";
    assertThat(texts(block + " e")).containsExactly(block, "e");
  }

  @Test
  void tellsAnEmptyStringFromATextBlock() {
    assertThat(texts("\"\" + \"a\"")).containsExactly("\"\"", "+", "\"a\"");
  }

  @Test
  void readsEveryFormOfNumber() {
    assertThat(texts("1_000L 0x1Fe+1 1.5e-3f .5 0x1p+4 1..2 a.b"))
        .containsExactly(
            "1_000L", "0x1Fe", "+", "1", "1.5e-3f", ".5", "0x1p+4", "1..2", "a", ".", "b");
  }

  @Test
  void endsUnterminatedPiecesAtTheLineOrTheText() {
    assertThat(texts("\"a\nb")).hasSize(2).last().isEqualTo("b");
    assertThat(texts("/* a")).containsExactly("/* a");
    assertThat(texts("\"\"\"\na")).containsExactly("\"\"\"\na");
    assertThat(texts("'")).containsExactly("'");
    assertThat(texts("\"\\")).containsExactly("\"\\");
  }

  @Test
  void takesAnyCharForAToken() {
    assertThat(texts("# \ud800 \u00e9")).containsExactly("#", "\ud800", "\u00e9");
  }

  @Test
  void staysBetweenItsOffsets() {
    String text = "a /* b */ \"c d\" e";
    assertThat(Lexer.tokens(text, 2, 12))
        .containsExactly(
            new Token(Token.Kind.BLOCK_COMMENT, 2, 9), new Token(Token.Kind.LITERAL, 10, 12));
  }

  @Test
  void findsCommentsButNotThoseInLiterals() {
    assertThat(Lexer.hasComment("a + b", 0, 5)).isFalse();
    assertThat(Lexer.hasComment("a /**/ b", 0, 8)).isTrue();
    assertThat(Lexer.hasComment("\"// a\"", 0, 6)).isFalse();
    assertThat(Lexer.hasComment("a // b", 0, 2)).isFalse();
  }

  @Test
  void comparesATokenWithAWord() {
    Token token = Lexer.tokens("final int").get(0);
    assertThat(token.is("final int", "final")).isTrue();
    assertThat(token.is("final int", "fin")).isFalse();
    assertThat(token.is("final int", "const")).isFalse();
    assertThat(token.isComment()).isFalse();
  }

  private static List<String> texts(String source) {
    return Lexer.tokens(source).stream().map(token -> token.in(source)).toList();
  }

  private static List<Token.Kind> kinds(String source) {
    return Lexer.tokens(source).stream().map(Token::kind).toList();
  }
}
