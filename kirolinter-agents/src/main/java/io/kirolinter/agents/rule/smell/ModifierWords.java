package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.ModifiersTree;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Lexer;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.agents.syntax.Token;
import java.util.List;

/** The modifier keywords of a declaration as they stand in the text, without its annotations. */
final class ModifierWords {

  private ModifierWords() {}

  /** {@return the keywords, in order; empty where there is none} */
  static List<Token> of(ModifiersTree modifiers, RuleContext context) {
    if (modifiers.getFlags().isEmpty() || !context.file().isWritten(modifiers)) {
      return List.of();
    }
    return tokens(modifiers, context).stream()
        .filter(token -> token.kind() == Token.Kind.WORD)
        .toList();
  }

  /** {@return all tokens of the modifiers but those of annotations: comments, a hyphen} */
  static List<Token> tokens(ModifiersTree modifiers, RuleContext context) {
    SyntaxTree file = context.file();
    return Lexer.tokens(file.text(), file.start(modifiers), file.end(modifiers)).stream()
        .filter(token -> !isInAnnotation(token, modifiers, file))
        .toList();
  }

  private static boolean isInAnnotation(Token token, ModifiersTree modifiers, SyntaxTree file) {
    return modifiers.getAnnotations().stream()
        .anyMatch(one -> file.start(one) <= token.start() && token.end() <= file.end(one));
  }
}
