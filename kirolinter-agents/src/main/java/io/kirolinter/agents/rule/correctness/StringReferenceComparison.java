package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/**
 * Strings that are compared by reference. Two variables are left alone where the same method also
 * compares by content, which makes the reference a short cut, and where one is a constant, which
 * may stand for "not given".
 */
public final class StringReferenceComparison implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("string-reference-comparison"),
          "Strings compared by reference",
          "Equal strings need not be the same object, so the comparison works only by chance.",
          Category.CORRECTNESS,
          Severity.HIGH,
          FixLevel.UNSAFE,
          List.of(
              "cwe-597",
              "pmd:UseEqualsToCompareStrings",
              "errorprone:StringEquality",
              "sonar:S4973",
              "spotbugs:ES_COMPARING_STRINGS_WITH_EQ"));

  private static final Pattern BY_CONTENT =
      Pattern.compile("\\b(equals|equalsIgnoreCase|compareTo|compareToIgnoreCase|compare)\\s*\\(");

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
    BinaryTree binary = (BinaryTree) tree;
    ExpressionTree left = Expressions.inner(binary.getLeftOperand());
    ExpressionTree right = Expressions.inner(binary.getRightOperand());
    if (isString(right) && !(left instanceof LiteralTree)) {
      report(binary, right, left, FixLevel.UNSAFE, context);
    } else if (isString(left) && !(right instanceof LiteralTree)) {
      report(binary, left, right, FixLevel.UNSAFE, context);
    } else if (isVariable(left, context) && isVariable(right, context)) {
      checkVariables(binary, left, right, context);
    }
  }

  private static boolean isString(ExpressionTree operand) {
    return operand.getKind() == Tree.Kind.STRING_LITERAL;
  }

  private static boolean isVariable(ExpressionTree operand, RuleContext context) {
    Optional<VariableTree> variable = context.scopes().declarationOf(operand);
    return context.scopes().typeNameOf(operand).filter("String"::equals).isPresent()
        && variable.filter(one -> !isConstant(one)).isPresent();
  }

  private static boolean isConstant(VariableTree variable) {
    return variable.getModifiers().getFlags().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL));
  }

  private static void checkVariables(
      BinaryTree binary, ExpressionTree left, ExpressionTree right, RuleContext context) {
    boolean same = Expressions.sayTheSame(context.file(), left, right);
    if (!same && !comparesByContentToo(context)) {
      report(binary, left, right, FixLevel.SUGGESTION, context);
    }
  }

  private static boolean comparesByContentToo(RuleContext context) {
    return context
        .enclosing(MethodTree.class)
        .filter(context.file()::isWritten)
        .filter(method -> BY_CONTENT.matcher(context.textOf(method)).find())
        .isPresent();
  }

  private static void report(
      BinaryTree binary,
      ExpressionTree receiver,
      ExpressionTree argument,
      FixLevel level,
      RuleContext context) {
    int start = context.file().start(binary);
    int end = context.file().end(binary);
    String message = "strings are compared by reference, not by content";
    if (!context.file().isWritten(argument) || Expressions.hasComment(context.file(), binary)) {
      context.report(start, end, message);
      return;
    }
    String not = binary.getKind() == Tree.Kind.NOT_EQUAL_TO ? "!" : "";
    String call = not + context.textOf(receiver) + ".equals(" + context.textOf(argument) + ")";
    List<TextEdit> edits = List.of(new TextEdit(start, end, call));
    context.report(start, end, message, new Fix(level, "Compare with equals", edits));
  }
}
