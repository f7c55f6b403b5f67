package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.rule.TypeNames;
import java.util.Map;
import java.util.Optional;

/** The classes of {@code java.lang} that box primitives. */
final class Boxes {

  private static final Map<String, String> PRIMITIVE_OF =
      Map.of(
          "Boolean", "boolean",
          "Byte", "byte",
          "Character", "char",
          "Short", "short",
          "Integer", "int",
          "Long", "long",
          "Float", "float",
          "Double", "double");

  /** A value that is being boxed, by {@code valueOf} or a constructor. */
  record Boxing(String type, ExpressionTree value) {

    /** {@return the type of the boxed value} */
    String primitive() {
      return primitiveOf(type).orElseThrow();
    }
  }

  private Boxes() {}

  static boolean isBox(String type) {
    return PRIMITIVE_OF.containsKey(type);
  }

  static Optional<String> primitiveOf(String box) {
    return Optional.ofNullable(PRIMITIVE_OF.get(box));
  }

  /** {@return the boxing that an expression is: {@code Integer.valueOf(x)}, {@code new Long(x)}} */
  static Optional<Boxing> boxingIn(ExpressionTree expression, RuleContext context) {
    return candidateIn(Expressions.inner(expression))
        .filter(boxing -> isBox(boxing.type()) && TypeNames.isOfJavaLang(boxing.type(), context));
  }

  private static Optional<Boxing> candidateIn(ExpressionTree expression) {
    if (expression instanceof NewClassTree creation
        && creation.getArguments().size() == 1
        && creation.getClassBody() == null
        && creation.getIdentifier() instanceof IdentifierTree type) {
      return Optional.of(new Boxing(type.getName().toString(), creation.getArguments().get(0)));
    }
    return expression instanceof MethodInvocationTree call
            && Calls.nameOf(call).equals("valueOf")
            && call.getArguments().size() == 1
            && call.getMethodSelect() instanceof MemberSelectTree member
            && member.getExpression() instanceof IdentifierTree type
        ? Optional.of(new Boxing(type.getName().toString(), call.getArguments().get(0)))
        : Optional.empty();
  }
}
