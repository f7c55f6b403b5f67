package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.rule.TypeNames;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** A value that is added to an empty string, just to make a string of it. */
public final class EmptyStringConcatenation implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("empty-string-concatenation"),
          "Concatenation with an empty string",
          "The concatenation is a detour to the string, which String.valueOf makes straight away.",
          Category.PERFORMANCE,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:AddEmptyString"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.PLUS);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    BinaryTree sum = (BinaryTree) tree;
    emptied(sum, context)
        .filter(value -> !mayBeConstant(value, context) && !isInSum(context))
        .ifPresent(value -> report(sum, value, context));
  }

  /** {@return the value beside an empty string} */
  private static Optional<ExpressionTree> emptied(BinaryTree sum, RuleContext context) {
    if (isEmptyText(sum.getLeftOperand(), context)) {
      return Optional.of(sum.getRightOperand());
    }
    boolean behind =
        isEmptyText(sum.getRightOperand(), context)
            && sum.getLeftOperand().getKind() != sum.getKind();
    return behind ? Optional.of(sum.getLeftOperand()) : Optional.empty();
  }

  private static boolean isEmptyText(ExpressionTree operand, RuleContext context) {
    return operand.getKind() == Tree.Kind.STRING_LITERAL && context.textOf(operand).equals("\"\"");
  }

  /** A sum of constants is one itself, and may be needed as such; a call is none. */
  private static boolean mayBeConstant(ExpressionTree value, RuleContext context) {
    ExpressionTree inner = Expressions.inner(value);
    Optional<VariableTree> variable = context.scopes().declarationOf(inner);
    if (variable.isPresent()) {
      return variable.get().getModifiers().getFlags().contains(Modifier.FINAL)
          && variable.get().getInitializer() != null;
    }
    return !(inner instanceof MethodInvocationTree || inner instanceof NewClassTree);
  }

  private static boolean isInSum(RuleContext context) {
    int distance = 1;
    while (context.ancestor(distance).filter(ParenthesizedTree.class::isInstance).isPresent()) {
      distance++;
    }
    return context.ancestor(distance).filter(one -> one.getKind() == Tree.Kind.PLUS).isPresent();
  }

  private static void report(BinaryTree sum, ExpressionTree value, RuleContext context) {
    String message = "use String.valueOf(…) to make a string of a value";
    Optional<String> fixed =
        Expressions.hasComment(context.file(), sum) ? Optional.empty() : fixed(value, context);
    if (fixed.isPresent()) {
      TextEdit edit = new TextEdit(context.file().start(sum), context.file().end(sum), fixed.get());
      context.report(sum, message, "Use String.valueOf", List.of(edit));
    } else {
      context.report(sum, message);
    }
  }

  private static Optional<String> fixed(ExpressionTree value, RuleContext context) {
    String text = context.textOf(Expressions.inner(value));
    if (isAppended(context)) {
      return ExpressionTypes.isPlainValue(value, context) ? Optional.of(text) : Optional.empty();
    }
    return isNoCharArray(value, context) && TypeNames.isOfJavaLang("String", context)
        ? Optional.of("String.valueOf(" + text + ")")
        : Optional.empty();
  }

  private static boolean isAppended(RuleContext context) {
    return context
        .parent()
        .filter(MethodInvocationTree.class::isInstance)
        .map(MethodInvocationTree.class::cast)
        .filter(call -> Builders.looksLikeAppend(call) && Builders.isAppend(call, context))
        .isPresent();
  }

  /** {@code String.valueOf(char[])} gives the chars, a sum does not. */
  private static boolean isNoCharArray(ExpressionTree value, RuleContext context) {
    return Expressions.inner(value) instanceof NewClassTree
        || ExpressionTypes.of(value, context).filter(type -> !type.endsWith("[]")).isPresent();
  }
}
