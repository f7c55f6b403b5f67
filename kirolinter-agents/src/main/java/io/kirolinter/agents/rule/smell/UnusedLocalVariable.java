package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.DeclaredNames;
import io.kirolinter.agents.rule.Deletions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Scopes.VariableKind;
import io.kirolinter.agents.syntax.Token;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Set;

/**
 * A local variable that is named nowhere. One with an annotation is left alone, as something may be
 * generated for it; so is a file with syntax errors.
 */
public final class UnusedLocalVariable implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("unused-local-variable"),
          "Unused local variable",
          "Nothing reads the variable: it is a leftover, or something was forgotten.",
          Category.CODE_SMELL,
          Severity.MEDIUM,
          FixLevel.SAFE,
          List.of("pmd:UnusedLocalVariable", "errorprone:UnusedVariable", "sonar:S1481"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.VARIABLE);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    VariableTree variable = (VariableTree) tree;
    if (isCandidate(variable, context) && context.scopes().usesOf(variable).isEmpty()) {
      report(variable, context);
    }
  }

  private static boolean isCandidate(VariableTree variable, RuleContext context) {
    return !isUnusedOnPurpose(variable.getName().toString())
        && context.file().errors().isEmpty()
        && variable.getModifiers().getAnnotations().isEmpty()
        && !(context.parent().orElseThrow() instanceof EnhancedForLoopTree)
        && context.scopes().kindOf(variable).filter(VariableKind.LOCAL::equals).isPresent();
  }

  /** Names by which people say that a result is dropped on purpose. */
  private static boolean isUnusedOnPurpose(String name) {
    return name.isEmpty()
        || name.equals("_")
        || name.startsWith("unused")
        || name.startsWith("ignore");
  }

  /** A name that is written with Unicode escapes is not found; such code is not touched. */
  private static void report(VariableTree variable, RuleContext context) {
    String message = "local variable '" + variable.getName() + "' is never used";
    DeclaredNames.of(variable, context.file())
        .ifPresentOrElse(
            name -> report(variable, name, message, context),
            () -> context.report(variable, message));
  }

  private static void report(
      VariableTree variable, Token name, String message, RuleContext context) {
    if (isRemovable(variable, context)) {
      int start = context.file().start(variable);
      int end = context.file().end(variable);
      context.report(
          name.start(),
          name.end(),
          message,
          "Remove the variable",
          List.of(Deletions.ofWholeLines(context.file(), start, end)));
    } else {
      context.report(name.start(), name.end(), message);
    }
  }

  private static boolean isRemovable(VariableTree variable, RuleContext context) {
    ExpressionTree value = variable.getInitializer();
    boolean amongStatements =
        context
            .parent()
            .filter(one -> one instanceof BlockTree || one instanceof CaseTree)
            .isPresent();
    return amongStatements
        && (value == null || isLiteral(value))
        && Declarators.isAlone(variable, context)
        && !CommentsNearby.onOrBefore(
            context.file().start(variable), context.file().end(variable), context);
  }

  private static boolean isLiteral(ExpressionTree value) {
    return value instanceof LiteralTree
        || (value instanceof UnaryTree sign && sign.getExpression() instanceof LiteralTree);
  }
}
