package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Scopes;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Set;

/** An exception that is made and not thrown. */
public final class DroppedException implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("dropped-exception"),
          "Exception made and not thrown",
          "The exception is made and dropped, and the code goes on as if all were well.",
          Category.CORRECTNESS,
          Severity.HIGH,
          FixLevel.SUGGESTION,
          List.of(
              "cwe-390",
              "errorprone:DeadException",
              "sonar:S3984",
              "spotbugs:RV_EXCEPTION_NOT_THROWN"));

  private static final Set<String> ERRORS =
      Set.of("Error", "AssertionError", "ExceptionInInitializerError", "LinkageError", "Throwable");

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.EXPRESSION_STATEMENT);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    if (((ExpressionStatementTree) tree).getExpression() instanceof NewClassTree made
        && Scopes.simpleName(made.getIdentifier()).filter(DroppedException::isThrown).isPresent()) {
      context.report(
          made,
          "the exception is made and never thrown",
          "Throw it",
          List.of(TextEdit.insertion(context.file().start(tree), "throw ")));
    }
  }

  private static boolean isThrown(String type) {
    return type.endsWith("Exception") || ERRORS.contains(type);
  }
}
