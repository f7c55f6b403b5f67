package io.kirolinter.agents.rule.security;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Scopes.VariableKind;
import java.util.Optional;
import java.util.Set;

/** Bytes that stand in the code, or are all zero. */
final class FixedBytes {

  /** Variables that are given each other in a circle end here. */
  private static final int DEEPEST = 3;

  private static final Set<String> CONVERTING = Set.of("getBytes", "toCharArray");

  private static final Set<String> DECODING =
      Set.of("decode", "decodeBase64", "decodeHex", "parseHex", "parseBase64Binary");

  private FixedBytes() {}

  /** {@return whether an expression has the same bytes or chars whenever the program runs} */
  static boolean isFixed(ExpressionTree expression, RuleContext context) {
    return isFixed(expression, context, DEEPEST);
  }

  private static boolean isFixed(ExpressionTree expression, RuleContext context, int depth) {
    ExpressionTree inner = Expressions.inner(expression);
    if (inner instanceof NewArrayTree array) {
      return isWrittenDown(array);
    }
    if (inner instanceof MethodInvocationTree call) {
      return isConverted(call, context) || isDecoded(call, context);
    }
    return depth > 0 && inner instanceof IdentifierTree && isVariable(inner, context, depth);
  }

  private static boolean isWrittenDown(NewArrayTree array) {
    return array.getInitializers() != null
        && !array.getInitializers().isEmpty()
        && array.getInitializers().stream().allMatch(FixedBytes::isNumber);
  }

  private static boolean isNumber(ExpressionTree value) {
    ExpressionTree inner = Expressions.inner(value);
    if (inner instanceof TypeCastTree cast) {
      return isNumber(cast.getExpression());
    }
    return inner instanceof UnaryTree sign
        ? isNumber(sign.getExpression())
        : inner instanceof LiteralTree;
  }

  private static boolean isConverted(MethodInvocationTree call, RuleContext context) {
    return CONVERTING.contains(Calls.nameOf(call))
        && Calls.receiverOf(call).flatMap(text -> Constants.textOf(text, context)).isPresent();
  }

  private static boolean isDecoded(MethodInvocationTree call, RuleContext context) {
    return DECODING.contains(Calls.nameOf(call))
        && call.getArguments().size() == 1
        && Constants.textOf(call.getArguments().get(0), context).isPresent();
  }

  private static boolean isVariable(ExpressionTree name, RuleContext context, int depth) {
    return context
        .scopes()
        .declarationOf(name)
        .filter(variable -> Constants.neverChanges(variable, context))
        .filter(variable -> !isFilled(variable, context))
        .map(VariableTree::getInitializer)
        .filter(value -> isFixed(value, context, depth - 1))
        .isPresent();
  }

  /**
   * Whether an array may get other elements: it is named elsewhere than where it is asked about.
   */
  private static boolean isFilled(VariableTree variable, RuleContext context) {
    boolean field = context.scopes().kindOf(variable).equals(Optional.of(VariableKind.FIELD));
    return !field && context.scopes().usesOf(variable).size() > 1;
  }
}
