package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
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
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** A decimal made from a binary number that is close to what is written, and not the same. */
public final class BigDecimalFromDouble implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("big-decimal-from-double"),
          "BigDecimal made from a double",
          "The double is not exactly the number that is written, and BigDecimal keeps the error.",
          Category.CORRECTNESS,
          Severity.MEDIUM,
          FixLevel.UNSAFE,
          List.of(
              "cwe-682",
              "pmd:AvoidDecimalLiteralsInBigDecimalConstructor",
              "errorprone:BigDecimalLiteralDouble",
              "sonar:S2111",
              "spotbugs:DMI_BIGDECIMAL_CONSTRUCTED_FROM_DOUBLE"));

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
    return Set.of("BigDecimal");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    NewClassTree made = (NewClassTree) tree;
    boolean decimal =
        made.getArguments().size() == 1
            && made.getClassBody() == null
            && Scopes.simpleName(made.getIdentifier()).filter("BigDecimal"::equals).isPresent();
    if (decimal && isInexact(made.getArguments().get(0), context)) {
      report(made, context);
    }
  }

  private static boolean isInexact(ExpressionTree argument, RuleContext context) {
    ExpressionTree number = Expressions.inner(argument);
    if (number instanceof UnaryTree sign && sign.getKind() == Tree.Kind.UNARY_MINUS) {
      number = Expressions.inner(sign.getExpression());
    }
    return number instanceof LiteralTree literal
        && literal.getValue() instanceof Double value
        && Double.isFinite(value)
        && isInexact(value, context.textOf(literal).replaceAll("[_dD]", ""));
  }

  private static boolean isInexact(double value, String written) {
    boolean hexadecimal = written.startsWith("0x") || written.startsWith("0X");
    return !hexadecimal && new BigDecimal(value).compareTo(new BigDecimal(written)) != 0;
  }

  private static void report(NewClassTree made, RuleContext context) {
    int start = context.file().start(made);
    int typeEnd = context.file().end(made.getIdentifier());
    String type = context.textOf(made.getIdentifier());
    context.report(
        made,
        "the double is not exactly this number",
        "Use BigDecimal.valueOf",
        List.of(new TextEdit(start, typeEnd, type + ".valueOf")));
  }
}
