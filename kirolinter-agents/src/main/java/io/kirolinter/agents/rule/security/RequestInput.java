package io.kirolinter.agents.rule.security;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Scopes;
import io.kirolinter.agents.syntax.Scopes.VariableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Text that comes from a web request as it was sent. */
final class RequestInput {

  /** Variables that are given each other in a circle end here. */
  private static final int DEEPEST = 4;

  private static final Set<String> READING =
      Set.of(
          "getParameter",
          "getParameterValues",
          "getHeader",
          "getQueryString",
          "getPathInfo",
          "getRequestURI");

  private static final Set<String> ANNOTATIONS =
      Set.of(
          "RequestParam",
          "PathVariable",
          "RequestHeader",
          "CookieValue",
          "QueryParam",
          "PathParam",
          "FormParam",
          "HeaderParam",
          "CookieParam",
          "MatrixParam");

  /** Calls that leave the text what it is. */
  private static final Set<String> KEEPING =
      Set.of("trim", "strip", "toLowerCase", "toUpperCase", "toString", "concat");

  private RequestInput() {}

  /** {@return whether an expression is such text, or is put together with it} */
  static boolean isIn(ExpressionTree expression, RuleContext context) {
    return isIn(expression, context, DEEPEST);
  }

  private static boolean isIn(ExpressionTree expression, RuleContext context, int depth) {
    ExpressionTree inner = Expressions.inner(expression);
    if (depth == 0) {
      return false;
    }
    if (inner instanceof BinaryTree chain && chain.getKind() == Tree.Kind.PLUS) {
      return Expressions.operandsOf(chain).stream().anyMatch(one -> isIn(one, context, depth - 1));
    }
    if (inner instanceof MethodInvocationTree call) {
      return isRead(call, context) || isKept(call, context, depth);
    }
    if (inner instanceof ArrayAccessTree access) {
      return isIn(access.getExpression(), context, depth);
    }
    return inner instanceof IdentifierTree && isVariable(inner, context, depth);
  }

  private static boolean isRead(MethodInvocationTree call, RuleContext context) {
    return READING.contains(Calls.nameOf(call))
        && Calls.receiverOf(call)
            .flatMap(context.scopes()::typeNameOf)
            .filter(type -> type.endsWith("Request"))
            .isPresent();
  }

  private static boolean isKept(MethodInvocationTree call, RuleContext context, int depth) {
    if (Calls.isStatic(call, "URLDecoder", "decode") && !call.getArguments().isEmpty()) {
      return isIn(call.getArguments().get(0), context, depth - 1);
    }
    return KEEPING.contains(Calls.nameOf(call))
        && Calls.receiverOf(call).filter(one -> isIn(one, context, depth - 1)).isPresent();
  }

  private static boolean isVariable(ExpressionTree name, RuleContext context, int depth) {
    VariableTree variable = context.scopes().declarationOf(name).orElse(null);
    if (variable == null) {
      return false;
    }
    boolean parameter =
        Scopes.simpleName(variable.getType()).filter("String"::equals).isPresent()
            && variable.getModifiers().getAnnotations().stream()
                .map(AnnotationTree::getAnnotationType)
                .anyMatch(
                    type -> Scopes.simpleName(type).filter(ANNOTATIONS::contains).isPresent());
    return parameter || isGivenInput(variable, context, depth);
  }

  private static boolean isGivenInput(VariableTree variable, RuleContext context, int depth) {
    boolean local = context.scopes().kindOf(variable).equals(Optional.of(VariableKind.LOCAL));
    if (!local) {
      return false;
    }
    List<ExpressionTree> values = new ArrayList<>(WrittenVariables.assignedTo(variable, context));
    Optional.ofNullable(variable.getInitializer()).ifPresent(values::add);
    List<ExpressionTree> open =
        values.stream()
            .filter(value -> !(Expressions.inner(value) instanceof LiteralTree))
            .toList();
    return !open.isEmpty() && open.stream().allMatch(value -> isIn(value, context, depth - 1));
  }

  /** {@return whether the method around the checked tree matches a pattern anywhere} */
  static boolean methodHas(Pattern pattern, RuleContext context) {
    return context
        .enclosing(MethodTree.class)
        .filter(context.file()::isWritten)
        .filter(method -> pattern.matcher(context.textOf(method)).find())
        .isPresent();
  }
}
