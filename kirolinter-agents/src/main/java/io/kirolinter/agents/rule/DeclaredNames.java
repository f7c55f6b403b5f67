package io.kirolinter.agents.rule;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.syntax.Lexer;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.agents.syntax.Token;
import java.util.List;
import java.util.Optional;

/** Where the name of a declaration stands, which the compiler's tree does not tell. */
public final class DeclaredNames {

  private DeclaredNames() {}

  /** {@return the name of a method or constructor; empty where a syntax error hides it} */
  public static Optional<Token> of(MethodTree method, SyntaxTree file) {
    Tree result = method.getReturnType();
    int from = result == null ? afterModifiers(method, file) : file.end(result);
    return from < 0 ? Optional.empty() : beforeParenthesis(file, from, file.end(method));
  }

  /** {@return the name of a variable; empty where a syntax error hides it} */
  public static Optional<Token> of(VariableTree variable, SyntaxTree file) {
    String name = variable.getName().toString();
    return Lexer.tokens(file.text(), afterModifiers(variable, file), file.end(variable)).stream()
        .filter(token -> token.is(file.text(), name))
        .findFirst();
  }

  private static int afterModifiers(MethodTree method, SyntaxTree file) {
    Tree modifiers = method.getModifiers();
    return file.isWritten(modifiers) ? file.end(modifiers) : file.start(method);
  }

  private static int afterModifiers(VariableTree variable, SyntaxTree file) {
    Tree modifiers = variable.getModifiers();
    return file.isWritten(modifiers) ? file.end(modifiers) : file.start(variable);
  }

  private static Optional<Token> beforeParenthesis(SyntaxTree file, int from, int to) {
    List<Token> tokens = Lexer.tokens(file.text(), from, to);
    for (int i = 1; i < tokens.size(); i++) {
      boolean opens = tokens.get(i).is(file.text(), "(") || tokens.get(i).is(file.text(), "{");
      if (opens && tokens.get(i - 1).kind() == Token.Kind.WORD) {
        return Optional.of(tokens.get(i - 1));
      }
    }
    return Optional.empty();
  }
}
