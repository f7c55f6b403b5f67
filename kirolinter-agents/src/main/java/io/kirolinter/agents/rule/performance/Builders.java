package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.rule.TypeNames;
import io.kirolinter.agents.syntax.Scopes;
import java.util.Optional;
import java.util.Set;

/** Calls on what this file declares as a {@code StringBuilder} or {@code StringBuffer}. */
final class Builders {

  private static final Set<String> TYPES = Set.of("StringBuilder", "StringBuffer");

  private Builders() {}

  /** {@return whether a call is an {@code append} of one value to a builder} */
  static boolean isAppend(MethodInvocationTree call, RuleContext context) {
    return looksLikeAppend(call)
        && Calls.receiverOf(call).filter(receiver -> isBuilder(receiver, context)).isPresent();
  }

  /** {@return what {@link #isAppend} cannot do without; needs no scopes} */
  static boolean looksLikeAppend(MethodInvocationTree call) {
    return Calls.nameOf(call).equals("append") && call.getArguments().size() == 1;
  }

  /** {@return whether an expression is a builder: a variable, a new one, or appends to such} */
  static boolean isBuilder(ExpressionTree expression, RuleContext context) {
    return typeOf(expression, context).isPresent();
  }

  /** {@return the type of a builder; empty for anything else} */
  static Optional<String> typeOf(ExpressionTree expression, RuleContext context) {
    return startTypeOf(startOf(expression), context)
        .filter(TYPES::contains)
        .filter(type -> TypeNames.isOfJavaLang(type, context));
  }

  /** {@code append} returns its builder, so a chain is followed to its start. */
  static ExpressionTree startOf(ExpressionTree chain) {
    ExpressionTree start = chain;
    while (start instanceof MethodInvocationTree call
        && Calls.nameOf(call).equals("append")
        && call.getMethodSelect() instanceof MemberSelectTree member) {
      start = member.getExpression();
    }
    return start;
  }

  private static Optional<String> startTypeOf(ExpressionTree start, RuleContext context) {
    return start instanceof NewClassTree creation && creation.getClassBody() == null
        ? Scopes.simpleName(creation.getIdentifier())
        : context.scopes().typeNameOf(start);
  }
}
