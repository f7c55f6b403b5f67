package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An operand that stands twice in one chain of and, or, xor, or on both sides of a minus. */
public final class IdenticalOperands implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("identical-operands"),
          "Identical operands",
          "The same operand stands there twice, most often where another was meant.",
          Category.CORRECTNESS,
          Severity.HIGH,
          FixLevel.NONE,
          List.of("cwe-682", "errorprone:IdenticalBinaryOperation", "sonar:S1764"));

  private static final Set<Tree.Kind> CHAINS =
      Set.of(
          Tree.Kind.CONDITIONAL_AND,
          Tree.Kind.CONDITIONAL_OR,
          Tree.Kind.AND,
          Tree.Kind.OR,
          Tree.Kind.XOR);

  private static final Set<String> WHOLE = Set.of("int", "long", "short", "byte", "char");

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    Set<Tree.Kind> kinds = new HashSet<>(CHAINS);
    kinds.add(Tree.Kind.MINUS);
    kinds.add(Tree.Kind.DIVIDE);
    kinds.add(Tree.Kind.REMAINDER);
    return Set.copyOf(kinds);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    BinaryTree binary = (BinaryTree) tree;
    if (!CHAINS.contains(tree.getKind())) {
      checkPair(binary, context);
    } else if (context.parent().filter(above -> above.getKind() == tree.getKind()).isEmpty()) {
      checkChain(binary, context);
    }
  }

  /** Of floating-point numbers {@code x - x} may be meant: it is NaN for the infinite ones. */
  private static void checkPair(BinaryTree binary, RuleContext context) {
    ExpressionTree left = binary.getLeftOperand();
    boolean whole = context.scopes().typeNameOf(left).filter(WHOLE::contains).isPresent();
    if (whole && Expressions.sayTheSame(context.file(), left, binary.getRightOperand())) {
      context.report(binary, "both operands are the same");
    }
  }

  private static void checkChain(BinaryTree chain, RuleContext context) {
    Set<String> seen = new HashSet<>();
    for (ExpressionTree operand : Expressions.operandsOf(chain)) {
      ExpressionTree inner = Expressions.inner(operand);
      boolean counts =
          !(inner instanceof LiteralTree)
              && Expressions.isRepeatable(inner)
              && context.file().isWritten(inner);
      if (counts && !seen.add(Expressions.wordsOf(context.file(), inner))) {
        context.report(inner, "this operand stands twice in one expression");
      }
    }
  }
}
