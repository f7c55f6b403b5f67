package io.kirolinter.agents.rule.security;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Scopes.VariableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text that is put together at run time, by {@code +} or by a format, out of constants and of
 * values that somebody may choose.
 *
 * @param constants the constant texts, in order; of a format the format itself
 * @param chosen what is neither constant nor of a type that cannot carry text, such as a number
 */
record BuiltText(List<String> constants, List<ExpressionTree> chosen) {

  private static final Set<String> HARMLESS =
      Set.of(
          "int",
          "long",
          "short",
          "byte",
          "double",
          "float",
          "boolean",
          "Integer",
          "Long",
          "Short",
          "Byte",
          "Double",
          "Float",
          "Boolean",
          "UUID",
          "BigInteger");

  BuiltText {
    constants = List.copyOf(constants);
    chosen = List.copyOf(chosen);
  }

  /**
   * {@return how the expression is put together; empty if it is not, or only out of constants. A
   * local variable that is written once stands for what it is given}
   */
  static Optional<BuiltText> of(ExpressionTree expression, RuleContext context) {
    ExpressionTree origin = originOf(expression, context);
    List<ExpressionTree> parts = partsOf(origin);
    if (parts.size() < 2) {
      return Optional.empty();
    }
    List<String> constants = new ArrayList<>();
    List<ExpressionTree> chosen = new ArrayList<>();
    for (ExpressionTree part : parts) {
      Optional<String> constant = Constants.textOf(part, context);
      constant.ifPresent(constants::add);
      if (constant.isEmpty() && !isHarmless(part, context)) {
        chosen.add(part);
      }
    }
    return constants.isEmpty() || chosen.isEmpty()
        ? Optional.empty()
        : Optional.of(new BuiltText(constants, chosen));
  }

  /** {@return the first constant text} */
  String start() {
    return constants.get(0);
  }

  /** {@return whether any constant text holds a match of the pattern} */
  boolean anyMatches(Pattern pattern) {
    return constants.stream().anyMatch(text -> pattern.matcher(text).find());
  }

  private static ExpressionTree originOf(ExpressionTree expression, RuleContext context) {
    ExpressionTree inner = Expressions.inner(expression);
    return context
        .scopes()
        .declarationOf(inner)
        .filter(
            variable -> context.scopes().kindOf(variable).equals(Optional.of(VariableKind.LOCAL)))
        .map(VariableTree::getInitializer)
        .map(Expressions::inner)
        .orElse(inner);
  }

  private static List<ExpressionTree> partsOf(ExpressionTree origin) {
    if (origin instanceof BinaryTree binary && binary.getKind() == Tree.Kind.PLUS) {
      return Expressions.operandsOf(binary);
    }
    if (origin instanceof MethodInvocationTree call) {
      return partsOfCall(call);
    }
    return List.of();
  }

  private static List<ExpressionTree> partsOfCall(MethodInvocationTree call) {
    if (Calls.isStatic(call, "String", "format")) {
      return List.copyOf(call.getArguments());
    }
    Optional<ExpressionTree> text = Calls.receiverOf(call);
    boolean appends = Set.of("concat", "formatted").contains(Calls.nameOf(call));
    if (!appends || text.isEmpty()) {
      return List.of();
    }
    List<ExpressionTree> parts = new ArrayList<>(List.of(text.get()));
    parts.addAll(call.getArguments());
    return parts;
  }

  private static boolean isHarmless(ExpressionTree part, RuleContext context) {
    ExpressionTree inner = Expressions.inner(part);
    return context.scopes().typeNameOf(inner).filter(HARMLESS::contains).isPresent()
        || inner.getKind() == Tree.Kind.INT_LITERAL
        || inner.getKind() == Tree.Kind.CHAR_LITERAL
        || isArithmetic(inner)
        || Expressions.nameOf(inner).filter(BuiltText::looksConstant).isPresent();
  }

  private static boolean isArithmetic(ExpressionTree inner) {
    return Set.of(Tree.Kind.MINUS, Tree.Kind.MULTIPLY, Tree.Kind.DIVIDE, Tree.Kind.REMAINDER)
        .contains(inner.getKind());
  }

  private static boolean looksConstant(String name) {
    return name.length() > 1 && name.matches("[A-Z][A-Z0-9_]*");
  }
}
