package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.rule.TypeNames;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.JavaLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/**
 * Two boxed numbers that are compared by reference. Where the same method also compares by content,
 * the reference is a short cut.
 */
public final class BoxedComparison implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("boxed-comparison"),
          "Boxed numbers compared by reference",
          "Equal numbers above 127 are different objects, so the comparison works for small ones only.",
          Category.CORRECTNESS,
          Severity.HIGH,
          FixLevel.UNSAFE,
          List.of(
              "cwe-595",
              "pmd:CompareObjectsWithEquals",
              "errorprone:BoxedPrimitiveEquality",
              "sonar:S4973",
              "spotbugs:RC_REF_COMPARISON"));

  private static final Set<String> BOXES =
      Set.of("Integer", "Long", "Short", "Byte", "Character", "Double", "Float");

  private static final Pattern BY_CONTENT =
      Pattern.compile("\\b(equals|compareTo|compare|intValue|longValue)\\s*\\(");

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.EQUAL_TO, Tree.Kind.NOT_EQUAL_TO);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    BinaryTree comparison = (BinaryTree) tree;
    ExpressionTree left = Expressions.inner(comparison.getLeftOperand());
    ExpressionTree right = Expressions.inner(comparison.getRightOperand());
    if (isName(left)
        && isName(right)
        && isBox(left, context)
        && isBox(right, context)
        && !Expressions.sayTheSame(context.file(), left, right)
        && !comparesByContentToo(context)) {
      report(comparison, left, right, context);
    }
  }

  private static boolean isName(ExpressionTree operand) {
    return operand instanceof IdentifierTree || operand instanceof MemberSelectTree;
  }

  private static boolean isBox(ExpressionTree operand, RuleContext context) {
    return context.scopes().typeNameOf(operand).filter(BOXES::contains).isPresent()
        && context.scopes().declarationOf(operand).filter(BoxedComparison::isConstant).isEmpty();
  }

  /** A constant may stand for "not given", which only the very same object means. */
  private static boolean isConstant(VariableTree variable) {
    return variable.getModifiers().getFlags().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL));
  }

  private static boolean comparesByContentToo(RuleContext context) {
    return context
        .enclosing(MethodTree.class)
        .filter(context.file()::isWritten)
        .filter(method -> BY_CONTENT.matcher(context.textOf(method)).find())
        .isPresent();
  }

  private static void report(
      BinaryTree comparison, ExpressionTree left, ExpressionTree right, RuleContext context) {
    String message = "boxed numbers are compared by reference, not by value";
    if (Expressions.hasComment(context.file(), comparison)) {
      context.report(comparison, message);
      return;
    }
    String not = comparison.getKind() == Tree.Kind.NOT_EQUAL_TO ? "!" : "";
    String function = not + TypeNames.inCode("java.util", "Objects", context) + ".equals(";
    String text = function + context.textOf(left) + ", " + context.textOf(right) + ")";
    int start = context.file().start(comparison);
    TextEdit edit = new TextEdit(start, context.file().end(comparison), text);
    context.report(
        comparison,
        message,
        context.fix("Compare the values", List.of(edit)).needing(JavaLevel.of(7)));
  }
}
