package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.rule.TypeNames;
import java.util.Optional;
import java.util.Set;

/** Types of expressions, as far as literals and the declarations of the same file tell. */
final class ExpressionTypes {

  static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "char", "short", "int", "long", "float", "double");

  /** Methods of strings that give strings. */
  private static final Set<String> TEXT_METHODS =
      Set.of(
          "concat",
          "replace",
          "replaceAll",
          "replaceFirst",
          "strip",
          "substring",
          "toLowerCase",
          "toUpperCase",
          "trim");

  private ExpressionTypes() {}

  /** {@return the simple name of the type, such as {@code String} or {@code int[]}, if known} */
  static Optional<String> of(ExpressionTree expression, RuleContext context) {
    ExpressionTree inner = Expressions.inner(expression);
    if (inner instanceof LiteralTree literal) {
      return ofValue(literal);
    }
    if (inner instanceof MethodInvocationTree || inner instanceof BinaryTree) {
      return isString(inner, context) ? Optional.of("String") : Optional.empty();
    }
    return context.scopes().typeNameOf(inner);
  }

  /** {@return whether the expression is known to be a string; it may be null} */
  static boolean isString(ExpressionTree expression, RuleContext context) {
    ExpressionTree inner = Expressions.inner(expression);
    if (inner instanceof LiteralTree literal) {
      return literal.getValue() instanceof String;
    }
    if (inner instanceof MethodInvocationTree call) {
      return givesString(call, context);
    }
    if (inner instanceof BinaryTree sum) {
      return sum.getKind() == Tree.Kind.PLUS
          && (isString(sum.getRightOperand(), context) || isString(sum.getLeftOperand(), context));
    }
    return context.scopes().typeNameOf(inner).filter("String"::equals).isPresent()
        && TypeNames.isOfJavaLang("String", context);
  }

  /** {@return whether a string, a primitive or a boxed one is sure; the text of all is plain} */
  static boolean isPlainValue(ExpressionTree expression, RuleContext context) {
    return of(expression, context)
        .filter(
            type ->
                PRIMITIVES.contains(type)
                    || ((type.equals("String") || Boxes.isBox(type))
                        && TypeNames.isOfJavaLang(type, context)))
        .isPresent();
  }

  private static boolean givesString(MethodInvocationTree call, RuleContext context) {
    String name = Calls.nameOf(call);
    if (name.equals("toString") && call.getArguments().isEmpty()) {
      return true;
    }
    if (Calls.isStatic(call, "String", "valueOf") || Calls.isStatic(call, "String", "format")) {
      return TypeNames.isOfJavaLang("String", context);
    }
    return TEXT_METHODS.contains(name)
        && Calls.receiverOf(call).filter(text -> isString(text, context)).isPresent();
  }

  private static Optional<String> ofValue(LiteralTree literal) {
    return switch (literal.getKind()) {
      case STRING_LITERAL -> Optional.of("String");
      case INT_LITERAL -> Optional.of("int");
      case LONG_LITERAL -> Optional.of("long");
      case CHAR_LITERAL -> Optional.of("char");
      case BOOLEAN_LITERAL -> Optional.of("boolean");
      case FLOAT_LITERAL -> Optional.of("float");
      case DOUBLE_LITERAL -> Optional.of("double");
      default -> Optional.empty();
    };
  }
}
