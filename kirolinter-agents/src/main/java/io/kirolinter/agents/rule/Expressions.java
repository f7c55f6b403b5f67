package io.kirolinter.agents.rule;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import io.kirolinter.agents.syntax.Lexer;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.agents.syntax.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What expressions look like. */
public final class Expressions {

  private static final Set<Tree.Kind> CHANGING =
      Set.of(
          Tree.Kind.PREFIX_INCREMENT,
          Tree.Kind.PREFIX_DECREMENT,
          Tree.Kind.POSTFIX_INCREMENT,
          Tree.Kind.POSTFIX_DECREMENT);

  private Expressions() {}

  /** {@return the expression without the parentheses around it} */
  public static ExpressionTree inner(ExpressionTree expression) {
    ExpressionTree inner = expression;
    while (inner instanceof ParenthesizedTree parentheses) {
      inner = parentheses.getExpression();
    }
    return inner;
  }

  /** {@return the value of a string literal} */
  public static Optional<String> stringIn(ExpressionTree expression) {
    return inner(expression) instanceof LiteralTree literal
            && literal.getValue() instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  /** {@return the name of a variable, with what stands before the dot left out} */
  public static Optional<String> nameOf(ExpressionTree expression) {
    ExpressionTree inner = inner(expression);
    if (inner instanceof IdentifierTree name) {
      return Optional.of(name.getName().toString());
    }
    return inner instanceof MemberSelectTree member
        ? Optional.of(member.getIdentifier().toString())
        : Optional.empty();
  }

  /**
   * {@return the operands of a chain of one operator, in order; {@code a && b && c} has three}
   *
   * @param chain whose kind is the operator
   */
  public static List<ExpressionTree> operandsOf(BinaryTree chain) {
    List<ExpressionTree> operands = new ArrayList<>();
    ExpressionTree left = chain;
    while (left instanceof BinaryTree binary && binary.getKind() == chain.getKind()) {
      operands.add(binary.getRightOperand());
      left = binary.getLeftOperand();
    }
    operands.add(left);
    Collections.reverse(operands);
    return operands;
  }

  /** {@return whether evaluating the expression once more changes nothing; calls may change all} */
  public static boolean isRepeatable(ExpressionTree expression) {
    ExpressionTree inner = inner(expression);
    if (inner instanceof BinaryTree binary) {
      return operandsOf(binary).stream().allMatch(Expressions::isRepeatable);
    }
    if (inner instanceof UnaryTree unary) {
      return !CHANGING.contains(unary.getKind()) && isRepeatable(unary.getExpression());
    }
    if (inner instanceof ArrayAccessTree access) {
      return isRepeatable(access.getExpression()) && isRepeatable(access.getIndex());
    }
    return isRepeatableName(inner);
  }

  private static boolean isRepeatableName(ExpressionTree inner) {
    if (inner instanceof MemberSelectTree member) {
      return isRepeatable(member.getExpression());
    }
    if (inner instanceof TypeCastTree cast) {
      return isRepeatable(cast.getExpression());
    }
    if (inner instanceof InstanceOfTree test) {
      return isRepeatable(test.getExpression());
    }
    return inner instanceof IdentifierTree || inner instanceof LiteralTree;
  }

  /**
   * {@return the tokens of a tree, without white space and comments; two trees with the same say
   * the same}
   */
  public static String wordsOf(SyntaxTree file, Tree tree) {
    if (!file.isWritten(tree)) {
      return "";
    }
    StringBuilder words = new StringBuilder();
    for (Token token : Lexer.tokens(file.text(), file.start(tree), file.end(tree))) {
      if (!token.isComment()) {
        words.append(words.isEmpty() ? "" : " ").append(file.text(), token.start(), token.end());
      }
    }
    return words.toString();
  }

  /** {@return whether two expressions say the same, parentheses, space and comments aside} */
  public static boolean sayTheSame(SyntaxTree file, ExpressionTree one, ExpressionTree other) {
    ExpressionTree first = inner(one);
    ExpressionTree second = inner(other);
    if (first.getKind() != second.getKind() || !haveSameName(first, second)) {
      return false;
    }
    String words = wordsOf(file, first);
    return !words.isEmpty() && words.equals(wordsOf(file, second));
  }

  /** A cheap look at what tells most expressions of one kind apart. */
  private static boolean haveSameName(ExpressionTree one, ExpressionTree other) {
    return switch (one.getKind()) {
      case IDENTIFIER ->
          ((IdentifierTree) one).getName().equals(((IdentifierTree) other).getName());
      case MEMBER_SELECT ->
          ((MemberSelectTree) one)
              .getIdentifier()
              .equals(((MemberSelectTree) other).getIdentifier());
      default -> true;
    };
  }

  /** {@return whether a comment stands inside a tree} */
  public static boolean hasComment(SyntaxTree file, Tree tree) {
    return Lexer.tokens(file.text(), file.start(tree), file.end(tree)).stream()
        .anyMatch(Token::isComment);
  }
}
