package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Expressions;
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
import java.util.Optional;
import java.util.Set;

/** A comparison with NaN, which equals nothing, itself included. */
public final class NanComparison implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("nan-comparison"),
          "Comparison with NaN",
          "NaN is neither equal to, less than nor greater than anything, so the answer is fixed.",
          Category.CORRECTNESS,
          Severity.HIGH,
          FixLevel.UNSAFE,
          List.of(
              "cwe-570",
              "pmd:ComparisonWithNaN",
              "errorprone:EqualsNaN",
              "sonar:S2688",
              "spotbugs:FE_TEST_IF_EQUAL_TO_NOT_A_NUMBER"));

  private static final Set<String> FLOATING = Set.of("Double", "Float");

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(
        Tree.Kind.EQUAL_TO,
        Tree.Kind.NOT_EQUAL_TO,
        Tree.Kind.LESS_THAN,
        Tree.Kind.LESS_THAN_EQUAL,
        Tree.Kind.GREATER_THAN,
        Tree.Kind.GREATER_THAN_EQUAL);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    BinaryTree binary = (BinaryTree) tree;
    Optional<ExpressionTree> left = typeOfNaN(binary.getLeftOperand());
    Optional<ExpressionTree> right = typeOfNaN(binary.getRightOperand());
    if (right.isPresent()) {
      report(binary, right.get(), binary.getLeftOperand(), context);
    } else if (left.isPresent()) {
      report(binary, left.get(), binary.getRightOperand(), context);
    }
  }

  /** {@return {@code Double} or {@code Float} as it stands before {@code .NaN}} */
  private static Optional<ExpressionTree> typeOfNaN(ExpressionTree operand) {
    return Expressions.inner(operand) instanceof MemberSelectTree member
            && member.getIdentifier().contentEquals("NaN")
            && Scopes.simpleName(member.getExpression()).filter(FLOATING::contains).isPresent()
        ? Optional.of(member.getExpression())
        : Optional.empty();
  }

  private static void report(
      BinaryTree binary, ExpressionTree type, ExpressionTree value, RuleContext context) {
    Tree.Kind kind = binary.getKind();
    String not = kind == Tree.Kind.NOT_EQUAL_TO ? "!" : "";
    boolean always = kind == Tree.Kind.NOT_EQUAL_TO;
    String message = "a comparison with NaN is always " + always;
    boolean fixable =
        (always || kind == Tree.Kind.EQUAL_TO)
            && context.file().isWritten(value)
            && !Expressions.hasComment(context.file(), binary);
    if (!fixable) {
      context.report(binary, message);
      return;
    }
    String call =
        not + context.textOf(type) + ".isNaN(" + context.textOf(Expressions.inner(value)) + ")";
    TextEdit edit = new TextEdit(context.file().start(binary), context.file().end(binary), call);
    context.report(binary, message, "Ask isNaN", List.of(edit));
  }
}
