package io.kirolinter.agents.rule.security;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Scopes;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Set;

/** An initialization vector that is the same for every message. */
public final class StaticIv implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("static-iv"),
          "Initialization vector that never changes",
          "Equal texts have equal ciphers, and with GCM a second message gives the key stream away.",
          Category.SECURITY,
          Severity.HIGH,
          FixLevel.NONE,
          List.of("cwe-329", "cwe-1204", "sonar:S3329", "spotbugs:STATIC_IV"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.NEW_CLASS);
  }

  @Override
  public Set<String> names() {
    return Set.of("IvParameterSpec", "GCMParameterSpec");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    NewClassTree made = (NewClassTree) tree;
    String type = Scopes.simpleName(made.getIdentifier()).orElse("");
    List<? extends ExpressionTree> given = made.getArguments();
    if (type.equals("IvParameterSpec") && !given.isEmpty()) {
      check(made, given.get(0), context);
    } else if (type.equals("GCMParameterSpec") && given.size() > 1) {
      check(made, given.get(1), context);
    }
  }

  private static void check(NewClassTree made, ExpressionTree vector, RuleContext context) {
    if (FixedBytes.isFixed(vector, context) || isEmptyArray(vector, context)) {
      context.report(made, "the vector is the same for every message; take a random one");
    }
  }

  /** Zeros that nobody overwrites: the array is named nowhere else. */
  private static boolean isEmptyArray(ExpressionTree vector, RuleContext context) {
    ExpressionTree inner = Expressions.inner(vector);
    if (inner instanceof NewArrayTree array) {
      return array.getInitializers() == null;
    }
    return context
        .scopes()
        .declarationOf(inner)
        .filter(variable -> context.scopes().usesOf(variable).size() == 1)
        .map(VariableTree::getInitializer)
        .filter(value -> value instanceof NewArrayTree array && array.getInitializers() == null)
        .isPresent();
  }
}
