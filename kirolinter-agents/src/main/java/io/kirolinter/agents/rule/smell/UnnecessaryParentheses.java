package io.kirolinter.agents.rule.smell;

import com.google.common.collect.Sets;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Lexer;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Set;

/**
 * Parentheses around what is whole without them: a name, a call or a literal, what already stands
 * in parentheses, and the value of a {@code return} or {@code throw}. Those that help the eye among
 * operators, or hold a value of several lines together, are left alone.
 */
public final class UnnecessaryParentheses implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("unnecessary-parentheses"),
          "Unnecessary parentheses",
          "The parentheses group nothing, and readers look for the operator that they are for.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of(
              "pmd:UselessParentheses",
              "errorprone:UnnecessaryParentheses",
              "sonar:S1110",
              "checkstyle:UnnecessaryParentheses"));

  private static final Set<Tree.Kind> WHOLE =
      Sets.immutableEnumSet(
          Tree.Kind.IDENTIFIER,
          Tree.Kind.MEMBER_SELECT,
          Tree.Kind.METHOD_INVOCATION,
          Tree.Kind.ARRAY_ACCESS,
          Tree.Kind.STRING_LITERAL,
          Tree.Kind.NULL_LITERAL,
          Tree.Kind.BOOLEAN_LITERAL);

  /** Whose parentheses belong to the statement. */
  private static final Set<Tree.Kind> WITH_PARENTHESES =
      Sets.immutableEnumSet(
          Tree.Kind.IF,
          Tree.Kind.WHILE_LOOP,
          Tree.Kind.DO_WHILE_LOOP,
          Tree.Kind.SWITCH,
          Tree.Kind.SWITCH_EXPRESSION,
          Tree.Kind.SYNCHRONIZED);

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.PARENTHESIZED);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    ExpressionTree inside = ((ParenthesizedTree) tree).getExpression();
    Tree around = context.parent().orElseThrow();
    if (context.file().isWritten(inside) && isNeedless(inside, around, tree, context)) {
      report(tree, inside, context);
    }
  }

  private static boolean isNeedless(
      ExpressionTree inside, Tree around, Tree tree, RuleContext context) {
    if (WITH_PARENTHESES.contains(around.getKind())) {
      return false;
    }
    ExpressionTree innermost = Expressions.inner(inside);
    if (WHOLE.contains(innermost.getKind()) && isInOnePiece(innermost, context)) {
      return true;
    }
    return around instanceof ParenthesizedTree
        ? !(innermost instanceof AssignmentTree)
        : isWholeValue(around) && isOnOneLine(tree, context);
  }

  /** The parser makes one literal of strings that are added up. */
  private static boolean isInOnePiece(ExpressionTree inside, RuleContext context) {
    int start = context.file().start(inside);
    int end = context.file().end(inside);
    return inside.getKind() != Tree.Kind.STRING_LITERAL
        || Lexer.tokens(context.file().text(), start, end).size() == 1;
  }

  private static boolean isWholeValue(Tree around) {
    return around instanceof ReturnTree || around instanceof ThrowTree;
  }

  private static boolean isOnOneLine(Tree tree, RuleContext context) {
    return context.file().lines().lineOf(context.file().start(tree))
        == context.file().lines().lineOf(context.file().end(tree) - 1);
  }

  private static void report(Tree parentheses, ExpressionTree inside, RuleContext context) {
    int start = context.file().start(parentheses);
    int end = context.file().end(parentheses);
    int from = context.file().start(inside);
    int to = context.file().end(inside);
    String message = "the parentheses group nothing";
    if (isMoreThanSpace(start, from, context) || isMoreThanSpace(to, end, context)) {
      context.report(parentheses, message);
    } else {
      context.report(
          parentheses,
          message,
          "Remove the parentheses",
          List.of(
              new TextEdit(start, from, isWord(start - 1, context) ? " " : ""),
              new TextEdit(to, end, isWord(end, context) ? " " : "")));
    }
  }

  /** Comments would be lost, and lines that are broken right inside would hang in the air. */
  private static boolean isMoreThanSpace(int from, int to, RuleContext context) {
    String between = context.file().text().substring(from, to);
    return context.hasComment(from, to) || between.contains("\n") || between.contains("\r");
  }

  private static boolean isWord(int at, RuleContext context) {
    String text = context.file().text();
    return at >= 0 && at < text.length() && Character.isJavaIdentifierPart(text.charAt(at));
  }
}
