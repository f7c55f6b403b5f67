package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.rule.TypeNames;
import io.kirolinter.agents.syntax.Scopes;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A method that promises an {@code Optional} and returns null. */
public final class NullForOptional implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("null-for-optional"),
          "Null returned for an Optional",
          "Callers rely on never getting null from such a method, and fail on it.",
          Category.CORRECTNESS,
          Severity.HIGH,
          FixLevel.UNSAFE,
          List.of("cwe-476", "sonar:S2789", "spotbugs:NP_OPTIONAL_RETURN_NULL"));

  private static final Set<String> OPTIONALS =
      Set.of("Optional", "OptionalInt", "OptionalLong", "OptionalDouble");

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.RETURN);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    ExpressionTree result = ((ReturnTree) tree).getExpression();
    if (result != null && Expressions.inner(result).getKind() == Tree.Kind.NULL_LITERAL) {
      promised(context).ifPresent(type -> report(result, type, context));
    }
  }

  /** {@return the promised Optional; what a lambda returns is not the method's result} */
  private static Optional<Tree> promised(RuleContext context) {
    for (int distance = 1; context.ancestor(distance).isPresent(); distance++) {
      Tree around = context.ancestor(distance).get();
      if (around instanceof LambdaExpressionTree) {
        return Optional.empty();
      }
      if (around instanceof MethodTree method) {
        return Optional.ofNullable(method.getReturnType())
            .map(Tree.class::cast)
            .filter(type -> isOptional(type, context));
      }
    }
    return Optional.empty();
  }

  private static boolean isOptional(Tree type, RuleContext context) {
    String name = Scopes.simpleName(type).orElse("");
    return OPTIONALS.contains(name)
        && (TypeNames.isImported("java.util", name, context)
            || context.textOf(type).startsWith("java.util."));
  }

  private static void report(ExpressionTree result, Tree type, RuleContext context) {
    String optional = context.textOf(type).replaceFirst("(?s)<.*", "").strip();
    int start = context.file().start(result);
    int end = context.file().end(result);
    context.report(
        result,
        "null is returned for an Optional",
        "Return an empty one",
        List.of(new TextEdit(start, end, optional + ".empty()")));
  }
}
