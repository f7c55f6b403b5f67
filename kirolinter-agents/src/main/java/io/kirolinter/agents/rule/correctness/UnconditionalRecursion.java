package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A method whose first act is to call itself with its own parameters. As these have the method's
 * own types, no overload can be meant.
 */
public final class UnconditionalRecursion implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("unconditional-recursion"),
          "Unconditional recursion",
          "The method calls itself before anything else, until the stack is full.",
          Category.CORRECTNESS,
          Severity.HIGH,
          FixLevel.NONE,
          List.of(
              "cwe-674",
              "errorprone:InfiniteRecursion",
              "sonar:S2190",
              "spotbugs:IL_INFINITE_RECURSIVE_LOOP"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.METHOD);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodTree method = (MethodTree) tree;
    if (method.getBody() != null && !method.getBody().getStatements().isEmpty()) {
      firstCall(method.getBody().getStatements().get(0))
          .filter(call -> isOwn(call, method))
          .filter(call -> passesParameters(call, method, context))
          .filter(context.file()::isWritten)
          .ifPresent(call -> context.report(call, "the method only calls itself"));
    }
  }

  private static Optional<MethodInvocationTree> firstCall(StatementTree statement) {
    ExpressionTree expression = null;
    if (statement instanceof ReturnTree result) {
      expression = result.getExpression();
    } else if (statement instanceof ExpressionStatementTree lone) {
      expression = lone.getExpression();
    }
    return expression != null && Expressions.inner(expression) instanceof MethodInvocationTree call
        ? Optional.of(call)
        : Optional.empty();
  }

  private static boolean isOwn(MethodInvocationTree call, MethodTree method) {
    boolean onThis =
        Calls.receiverOf(call)
            .map(receiver -> receiver instanceof IdentifierTree name && isThis(name))
            .orElse(true);
    return onThis && Calls.nameOf(call).contentEquals(method.getName());
  }

  private static boolean isThis(IdentifierTree name) {
    return name.getName().contentEquals("this");
  }

  private static boolean passesParameters(
      MethodInvocationTree call, MethodTree method, RuleContext context) {
    List<? extends VariableTree> parameters = method.getParameters();
    if (call.getArguments().size() != parameters.size()) {
      return false;
    }
    for (int i = 0; i < parameters.size(); i++) {
      Optional<VariableTree> passed = context.scopes().declarationOf(call.getArguments().get(i));
      if (passed.filter(parameters.get(i)::equals).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
