package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.rule.TypeNames;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A literal regular expression that is compiled in every round of a loop. */
public final class RegexInLoop implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("regex-in-loop"),
          "Regular expression compiled in a loop",
          "Compiling the expression costs more than most matches; a constant Pattern is compiled once.",
          Category.PERFORMANCE,
          Severity.MEDIUM,
          FixLevel.NONE,
          List.of("sonar:S4248"));

  private static final Set<Tree.Kind> LOOPS =
      Set.of(
          Tree.Kind.FOR_LOOP,
          Tree.Kind.ENHANCED_FOR_LOOP,
          Tree.Kind.WHILE_LOOP,
          Tree.Kind.DO_WHILE_LOOP);

  private static final Set<Tree.Kind> BORDERS =
      Set.of(Tree.Kind.METHOD, Tree.Kind.LAMBDA_EXPRESSION, Tree.Kind.CLASS);

  private static final Set<String> MATCHERS = Set.of("matches", "replaceAll", "replaceFirst");

  /** What {@code split} takes without compiling it: one plain char, or one escaped sign. */
  private static final Pattern FAST_SPLIT =
      Pattern.compile("[^.$|()\\[{^?*+\\\\]|\\\\[^0-9a-zA-Z]");

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
    return Set.of("matches", "replaceAll", "replaceFirst", "split", "compile");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    if (call.getArguments().isEmpty()) {
      return;
    }
    Expressions.stringIn(call.getArguments().get(0))
        .filter(regex -> compiles(call, regex, context) && isInLoop(call, context))
        .ifPresent(
            regex ->
                context.report(
                    call,
                    "this expression is compiled in every round; make it a constant Pattern"));
  }

  private static boolean compiles(MethodInvocationTree call, String regex, RuleContext context) {
    String name = Calls.nameOf(call);
    if (Calls.isStatic(call, "Pattern", "compile") || Calls.isStatic(call, "Pattern", "matches")) {
      return TypeNames.isImported("java.util.regex", "Pattern", context);
    }
    if (LiteralReplaceAll.isOfPlainText(call, context)) {
      return false;
    }
    boolean ofString =
        MATCHERS.contains(name) || (name.equals("split") && !FAST_SPLIT.matcher(regex).matches());
    return ofString
        && Calls.receiverOf(call)
            .filter(text -> ExpressionTypes.isString(text, context))
            .isPresent();
  }

  /** What a loop goes over is evaluated once, and so is a statement after which it is left. */
  private static boolean isInLoop(MethodInvocationTree call, RuleContext context) {
    Tree inside = call;
    for (int i = 1; context.ancestor(i).isPresent(); i++) {
      Tree around = context.ancestor(i).get();
      if (BORDERS.contains(around.getKind()) || isLast(inside)) {
        return false;
      }
      if (LOOPS.contains(around.getKind()) && !runsOnce(inside, around)) {
        return true;
      }
      inside = around;
    }
    return false;
  }

  private static boolean isLast(Tree inside) {
    return inside instanceof ReturnTree || inside instanceof ThrowTree;
  }

  private static boolean runsOnce(Tree inside, Tree loop) {
    return (loop instanceof EnhancedForLoopTree each && each.getExpression() == inside)
        || (loop instanceof ForLoopTree counted && counted.getInitializer().contains(inside));
  }
}
