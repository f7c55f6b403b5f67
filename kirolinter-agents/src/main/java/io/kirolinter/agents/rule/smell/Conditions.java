package io.kirolinter.agents.rule.smell;

import com.google.common.collect.Sets;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import io.kirolinter.agents.rule.RuleContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an expression tells about being boolean, and how its opposite is written. */
final class Conditions {

  private static final Set<Tree.Kind> BOOLEAN =
      Sets.immutableEnumSet(
          Tree.Kind.EQUAL_TO,
          Tree.Kind.NOT_EQUAL_TO,
          Tree.Kind.LESS_THAN,
          Tree.Kind.LESS_THAN_EQUAL,
          Tree.Kind.GREATER_THAN,
          Tree.Kind.GREATER_THAN_EQUAL,
          Tree.Kind.LOGICAL_COMPLEMENT,
          Tree.Kind.CONDITIONAL_AND,
          Tree.Kind.CONDITIONAL_OR,
          Tree.Kind.INSTANCE_OF);

  /** What binds at least as tightly as {@code !}, so that it needs no parentheses behind it. */
  private static final Set<Tree.Kind> TIGHT =
      Sets.immutableEnumSet(
          Tree.Kind.IDENTIFIER,
          Tree.Kind.MEMBER_SELECT,
          Tree.Kind.METHOD_INVOCATION,
          Tree.Kind.ARRAY_ACCESS,
          Tree.Kind.PARENTHESIZED,
          Tree.Kind.BOOLEAN_LITERAL);

  private Conditions() {}

  /** {@return whether the expression is a primitive boolean, whatever the types of other files} */
  static boolean isBoolean(ExpressionTree expression, RuleContext context) {
    if (expression instanceof ParenthesizedTree inner) {
      return isBoolean(inner.getExpression(), context);
    }
    return BOOLEAN.contains(expression.getKind())
        || context.scopes().typeNameOf(expression).filter("boolean"::equals).isPresent();
  }

  /** {@return the expression without the parentheses around it} */
  static ExpressionTree bare(ExpressionTree expression) {
    ExpressionTree bare = expression;
    while (bare instanceof ParenthesizedTree inner) {
      bare = inner.getExpression();
    }
    return bare;
  }

  static boolean bindsTightly(ExpressionTree expression) {
    return TIGHT.contains(expression.getKind());
  }

  /** {@return the text of the opposite of a condition} */
  static String opposite(ExpressionTree condition, RuleContext context) {
    ExpressionTree bare = bare(condition);
    if (bare instanceof UnaryTree not && bare.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return context.textOf(bare(not.getExpression()));
    }
    String text = context.textOf(bare);
    return bindsTightly(bare) ? "!" + text : "!(" + text + ")";
  }

  /** {@return whether the expression brings a variable into scope, as a pattern does} */
  static boolean bindsVariable(ExpressionTree expression) {
    Boolean found =
        new TreeScanner<@Nullable Boolean, @Nullable Void>() {
          @Override
          public @Nullable Boolean visitInstanceOf(InstanceOfTree tree, @Nullable Void none) {
            return tree.getPattern() != null ? Boolean.TRUE : super.visitInstanceOf(tree, none);
          }

          @Override
          public @Nullable Boolean reduce(@Nullable Boolean one, @Nullable Boolean other) {
            return Boolean.TRUE.equals(one) ? one : other;
          }
        }.scan(expression, null);
    return Boolean.TRUE.equals(found);
  }
}
