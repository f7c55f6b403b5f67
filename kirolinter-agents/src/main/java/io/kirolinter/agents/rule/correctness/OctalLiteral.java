package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A number that looks decimal and is octal. Where octal is at home, as in file modes and bit masks,
 * it is left alone.
 */
public final class OctalLiteral implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("octal-literal"),
          "Octal literal",
          "A number that begins with 0 is octal: 010 is eight.",
          Category.CORRECTNESS,
          Severity.MEDIUM,
          FixLevel.SUGGESTION,
          List.of("pmd:AvoidUsingOctalValues", "sonar:S1314"));

  private static final Pattern OCTAL = Pattern.compile("0[0-7_]*[1-7][0-7_]+[lL]?");

  private static final Pattern AT_HOME =
      Pattern.compile("(?i).*(mode|perm|mask|octal|chmod|s_i).*");

  private static final Set<Tree.Kind> BITWISE =
      Set.of(
          Tree.Kind.AND,
          Tree.Kind.OR,
          Tree.Kind.XOR,
          Tree.Kind.LEFT_SHIFT,
          Tree.Kind.RIGHT_SHIFT,
          Tree.Kind.UNSIGNED_RIGHT_SHIFT,
          Tree.Kind.AND_ASSIGNMENT,
          Tree.Kind.OR_ASSIGNMENT,
          Tree.Kind.BITWISE_COMPLEMENT);

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.INT_LITERAL, Tree.Kind.LONG_LITERAL);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    String number = context.textOf(tree);
    if (!OCTAL.matcher(number).matches() || isAtHome(context)) {
      return;
    }
    int start = context.file().start(tree);
    int zeros = number.length() - number.replaceFirst("^[0_]+", "").length();
    context.report(
        tree,
        number + " is octal and stands for " + valueOf(number),
        "Remove the leading zero",
        List.of(TextEdit.deletion(start, start + zeros)));
  }

  private static long valueOf(String number) {
    return Long.parseUnsignedLong(number.replaceAll("[_lL]", ""), 8);
  }

  private static boolean isAtHome(RuleContext context) {
    return context.parent().filter(parent -> BITWISE.contains(parent.getKind())).isPresent()
        || context
            .enclosing(VariableTree.class)
            .filter(variable -> AT_HOME.matcher(variable.getName()).matches())
            .isPresent()
        || context
            .enclosing(MethodInvocationTree.class)
            .filter(call -> AT_HOME.matcher(Calls.nameOf(call)).matches())
            .isPresent();
  }
}
