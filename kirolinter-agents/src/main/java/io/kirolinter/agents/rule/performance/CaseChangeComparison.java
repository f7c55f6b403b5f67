package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Strings that are put into one case only to be compared. */
public final class CaseChangeComparison implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("case-change-comparison"),
          "Case changed for a comparison",
          "The changed strings are thrown away at once; equalsIgnoreCase compares without making any.",
          Category.PERFORMANCE,
          Severity.LOW,
          FixLevel.UNSAFE,
          List.of("pmd:UnnecessaryCaseChange", "sonar:S1157"));

  private static final Set<String> CASE_CHANGES = Set.of("toLowerCase", "toUpperCase");

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
    return Set.of("equals");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    if (!Calls.nameOf(call).equals("equals") || call.getArguments().size() != 1) {
      return;
    }
    Calls.receiverOf(call)
        .filter(MethodInvocationTree.class::isInstance)
        .map(MethodInvocationTree.class::cast)
        .filter(change -> isCaseChange(change, context))
        .ifPresent(change -> check(call, change, context));
  }

  private static boolean isCaseChange(MethodInvocationTree call, RuleContext context) {
    return CASE_CHANGES.contains(Calls.nameOf(call))
        && Calls.receiverOf(call)
            .filter(text -> ExpressionTypes.isString(text, context))
            .isPresent();
  }

  private static void check(
      MethodInvocationTree call, MethodInvocationTree change, RuleContext context) {
    ExpressionTree other = Expressions.inner(call.getArguments().get(0));
    if (other instanceof MethodInvocationTree second
        && isCaseChange(second, context)
        && Calls.nameOf(second).equals(Calls.nameOf(change))) {
      report(call, change, Calls.receiverOf(second).orElseThrow(), context);
    } else if (isLiteralOfTheCase(other, Calls.nameOf(change))) {
      report(call, change, other, context);
    }
  }

  /** A literal of the other case is never equal, which ignoring the case would change. */
  private static boolean isLiteralOfTheCase(ExpressionTree other, String change) {
    return Expressions.stringIn(other)
        .filter(
            text ->
                text.equals(
                    change.equals("toLowerCase")
                        ? text.toLowerCase(Locale.ROOT)
                        : text.toUpperCase(Locale.ROOT)))
        .isPresent();
  }

  private static void report(
      MethodInvocationTree call,
      MethodInvocationTree change,
      ExpressionTree other,
      RuleContext context) {
    String message = "compare by equalsIgnoreCase(…), which makes no other string";
    ExpressionTree text = Calls.receiverOf(change).orElseThrow();
    int start = context.file().end(text);
    int end = context.file().end(call);
    if (context.hasComment(start, end)) {
      context.report(call, message);
    } else {
      String fixed = ".equalsIgnoreCase(" + context.textOf(other) + ")";
      context.report(
          call, message, "Use equalsIgnoreCase", List.of(new TextEdit(start, end, fixed)));
    }
  }
}
