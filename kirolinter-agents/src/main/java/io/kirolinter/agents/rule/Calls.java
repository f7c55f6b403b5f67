package io.kirolinter.agents.rule;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import io.kirolinter.agents.syntax.Scopes;
import java.util.Optional;

/** What a method call looks like. */
public final class Calls {

  private Calls() {}

  /** {@return the name of the called method} */
  public static String nameOf(MethodInvocationTree call) {
    ExpressionTree select = call.getMethodSelect();
    if (select instanceof MemberSelectTree member) {
      return member.getIdentifier().toString();
    }
    return select instanceof IdentifierTree name ? name.getName().toString() : "";
  }

  /** {@return what stands before the dot; empty for a call without one} */
  public static Optional<ExpressionTree> receiverOf(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree member
        ? Optional.of(member.getExpression())
        : Optional.empty();
  }

  /** {@return whether the call is {@code type.method(…)}, with the type's simple or full name} */
  public static boolean isStatic(MethodInvocationTree call, String type, String method) {
    return nameOf(call).equals(method)
        && receiverOf(call).flatMap(Scopes::simpleName).filter(type::equals).isPresent();
  }
}
