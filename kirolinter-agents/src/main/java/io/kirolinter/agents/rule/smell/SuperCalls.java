package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;

/** What calls of the constructor of the superclass look like. */
final class SuperCalls {

  private SuperCalls() {}

  /** {@return whether a statement is {@code super();} and nothing else} */
  static boolean isSuperCall(StatementTree statement) {
    return statement instanceof ExpressionStatementTree expression
        && expression.getExpression() instanceof MethodInvocationTree call
        && call.getArguments().isEmpty()
        && call.getTypeArguments().isEmpty()
        && call.getMethodSelect() instanceof IdentifierTree name
        && name.getName().contentEquals("super");
  }
}
