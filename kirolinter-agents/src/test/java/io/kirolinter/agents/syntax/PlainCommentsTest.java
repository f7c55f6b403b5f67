package io.kirolinter.agents.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainCommentsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "/** a */ class A {}>/*  a */ class A {}",
        "class A {|  /** a */|\t/** b */ int b;|}>class A {|  /*  a */|\t/*  b */ int b;|}",
        "/***/ class A {}>/* */ class A {}",
        "/*** a */ class A {}>/* * a */ class A {}"
      })
  void makesAPlainCommentOfADocumentingOneAndMovesNothing(String text, String plain) {
    String lines = text.replace('|', '\n');

    assertThat(PlainComments.in(lines).toString()).isEqualTo(plain.replace('|', '\n'));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "class A { String all = \"/**\"; }",
        "/**/ class A {}",
        "class A { int a; /** behind code */ }",
        "class A { String a = \"\"\"|  /** in a text block */|  \"\"\"; }"
      })
  void leavesWhatMayBeNoDocumentation(String text) {
    String lines = text.replace('|', '\n');

    assertThat(PlainComments.in(lines).toString()).isEqualTo(lines);
  }
}
