package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.JavaLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Type arguments of a constructor that only repeat those of the variable it is assigned to, or of
 * the method that returns it.
 */
public final class ExplicitTypeArgument implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("explicit-type-argument"),
          "Repeated type arguments",
          "The compiler infers the type arguments from the declared type; writing them twice is noise.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:UseDiamondOperator", "sonar:S2293"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.VARIABLE, Tree.Kind.ASSIGNMENT, Tree.Kind.RETURN);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    if (tree instanceof VariableTree variable && variable.getInitializer() != null) {
      check(variable.getType(), variable.getInitializer(), context);
    } else if (tree instanceof AssignmentTree assignment
        && assignment.getExpression() instanceof NewClassTree) {
      context
          .scopes()
          .declarationOf(assignment.getVariable())
          .ifPresent(one -> check(one.getType(), assignment.getExpression(), context));
    } else if (tree instanceof ReturnTree returned
        && returned.getExpression() instanceof NewClassTree) {
      returning(context)
          .ifPresent(one -> check(one.getReturnType(), returned.getExpression(), context));
    }
  }

  /** {@return the method that a return leaves, unless it leaves a lambda} */
  private static Optional<MethodTree> returning(RuleContext context) {
    for (int distance = 1; context.ancestor(distance).isPresent(); distance++) {
      Tree around = context.ancestor(distance).orElseThrow();
      if (around instanceof MethodTree method) {
        return Optional.of(method).filter(one -> one.getReturnType() != null);
      }
      if (around instanceof LambdaExpressionTree) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static void check(Tree declared, ExpressionTree value, RuleContext context) {
    boolean repeats =
        value instanceof NewClassTree creation
            && creation.getClassBody() == null
            && declared instanceof ParameterizedTypeTree left
            && creation.getIdentifier() instanceof ParameterizedTypeTree right
            && !right.getTypeArguments().isEmpty()
            && argumentsOf(left, context).equals(argumentsOf(right, context));
    if (repeats) {
      report((ParameterizedTypeTree) ((NewClassTree) value).getIdentifier(), context);
    }
  }

  private static List<String> argumentsOf(ParameterizedTypeTree type, RuleContext context) {
    return type.getTypeArguments().stream()
        .map(argument -> context.textOf(argument).replaceAll("\\s", ""))
        .toList();
  }

  private static void report(ParameterizedTypeTree type, RuleContext context) {
    int open = context.file().end(type.getType());
    int end = context.file().end(type);
    String message = "the type arguments repeat those of the declared type; write <>";
    if (context.hasComment(open, end)) {
      context.report(type, message);
    } else {
      List<TextEdit> edits = List.of(new TextEdit(open, end, "<>"));
      context.report(type, message, context.fix("Use the diamond", edits).needing(JavaLevel.of(7)));
    }
  }
}
