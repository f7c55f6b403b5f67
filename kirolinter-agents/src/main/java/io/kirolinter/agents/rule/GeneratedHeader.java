package io.kirolinter.agents.rule;

import io.kirolinter.agents.syntax.Lexer;
import io.kirolinter.agents.syntax.Token;
import java.util.regex.Pattern;

/**
 * Recognises a generated file by the comment that it begins with: it forbids to edit the file, or
 * names a well-known generator. That something was generated is what people write as well.
 */
final class GeneratedHeader {

  private static final int LONGEST = 4_000;

  private static final Pattern GENERATED = Pattern.compile("generated", Pattern.CASE_INSENSITIVE);

  private static final Pattern FORBIDDEN =
      Pattern.compile("\\bdo\\s+not\\s+(edit|modify)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern BY_GENERATOR =
      Pattern.compile(
          "generated\\s+(by|from)\\b.*?\\b(protocol buffer|protoc|gRPC|ANTLR|JavaCC|JJTree|JFlex"
              + "|Thrift|Avro|jOOQ|JAX-?WS|JAXB|XML Binding|FlatBuffers|CUP|SableCC|OpenAPI Gen"
              + "|Swagger Codegen)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private GeneratedHeader() {}

  /** {@return whether a comment before the first line of code says that the file is generated} */
  static boolean starts(String text) {
    String head = text.substring(0, Math.min(text.length(), LONGEST));
    if (!head.contains("enerated") && !head.contains("GENERATED")) {
      return false;
    }
    StringBuilder comments = new StringBuilder();
    for (Token token : Lexer.tokens(head)) {
      if (!token.isComment()) {
        break;
      }
      comments.append(token.in(head)).append('\n');
    }
    return GENERATED.matcher(comments).find()
        && (FORBIDDEN.matcher(comments).find() || BY_GENERATOR.matcher(comments).find());
  }
}
