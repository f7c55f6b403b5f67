package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Scopes.VariableKind;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A sum of strings that is built only to be appended to a builder. */
public final class AppendConcatenation implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("append-concatenation"),
          "Concatenation inside an append",
          "The sum is built in a second buffer and copied; appending its parts makes neither.",
          Category.PERFORMANCE,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:InefficientStringBuffering"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.METHOD_INVOCATION);
  }

  @Override
  public Set<String> names() {
    return Set.of("append");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    if (!Builders.looksLikeAppend(call)
        || !(call.getArguments().get(0) instanceof BinaryTree sum)
        || sum.getKind() != Tree.Kind.PLUS) {
      return;
    }
    List<ExpressionTree> operands = Expressions.operandsOf(sum);
    boolean makesString =
        ExpressionTypes.isString(operands.get(0), context)
            || ExpressionTypes.isString(operands.get(1), context);
    if (makesString && !isConstant(operands) && Builders.isAppend(call, context)) {
      report(call, operands, context);
    }
  }

  /** The compiler does the sum of constants, and an empty string is another rule's business. */
  private static boolean isConstant(List<ExpressionTree> operands) {
    return operands.stream().allMatch(AppendConcatenation::isConstant)
        || operands.stream()
            .flatMap(one -> Expressions.stringIn(one).stream())
            .anyMatch(String::isEmpty);
  }

  private static boolean isConstant(ExpressionTree operand) {
    String name = Expressions.nameOf(operand).orElse("");
    return operand instanceof LiteralTree
        || (!name.isEmpty() && name.equals(name.toUpperCase(Locale.ROOT)));
  }

  private static void report(
      MethodInvocationTree call, List<ExpressionTree> operands, RuleContext context) {
    String message = "append the parts of this sum one by one";
    ExpressionTree sum = call.getArguments().get(0);
    boolean fixable =
        operands.stream().allMatch(operand -> isSure(operand, context))
            && !isShared(call, context)
            && !Expressions.hasComment(context.file(), sum);
    if (fixable) {
      context.report(sum, message, "Append the parts", edits(operands, context));
    } else {
      context.report(sum, message);
    }
  }

  /** What neither fails nor has an effect, and appends as the same text. */
  private static boolean isSure(ExpressionTree operand, RuleContext context) {
    boolean simple =
        operand instanceof LiteralTree || context.scopes().declarationOf(operand).isPresent();
    return simple && ExpressionTypes.isPlainValue(operand, context);
  }

  /** Other threads may append to a shared {@code StringBuffer} between the parts. */
  private static boolean isShared(MethodInvocationTree call, RuleContext context) {
    ExpressionTree builder = Builders.startOf(call);
    return Builders.typeOf(call, context).filter("StringBuffer"::equals).isPresent()
        && context
            .scopes()
            .declarationOf(builder)
            .flatMap(context.scopes()::kindOf)
            .filter(kind -> kind != VariableKind.LOCAL)
            .isPresent();
  }

  private static List<TextEdit> edits(List<ExpressionTree> operands, RuleContext context) {
    List<TextEdit> edits = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      boolean joined = i > 0 && areTexts(operands.get(i - 1), operands.get(i));
      if (i > 0 && !joined) {
        edits.add(split(operands.get(i - 1), operands.get(i), context));
      }
      boolean alone =
          !joined && (i + 1 == operands.size() || !areTexts(operands.get(i), operands.get(i + 1)));
      if (alone) {
        edits.addAll(asChar(operands.get(i), context));
      }
    }
    return edits;
  }

  private static boolean areTexts(ExpressionTree one, ExpressionTree next) {
    return Expressions.stringIn(one).isPresent() && Expressions.stringIn(next).isPresent();
  }

  private static List<TextEdit> asChar(ExpressionTree operand, RuleContext context) {
    return CharLiteral.of(operand, context).stream()
        .map(
            literal ->
                new TextEdit(context.file().start(operand), context.file().end(operand), literal))
        .toList();
  }

  /** A part that starts a line of its own still does so. */
  private static TextEdit split(ExpressionTree left, ExpressionTree right, RuleContext context) {
    int start = context.file().end(left);
    int end = context.file().start(right);
    String between = context.file().text().substring(start, end);
    int plus = between.indexOf('+');
    String before = between.substring(0, plus);
    String lineBreak = before.contains("\n") ? before : between.substring(plus + 1);
    String kept = lineBreak.contains("\n") ? lineBreak.replaceFirst("^[ \t]+", "") : "";
    return new TextEdit(start, end, ")" + kept + ".append(");
  }
}
