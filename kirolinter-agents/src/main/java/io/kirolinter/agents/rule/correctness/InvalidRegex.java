package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A literal that is taken for a regular expression and is none. */
public final class InvalidRegex implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("invalid-regex"),
          "Invalid regular expression",
          "The text is no regular expression, so the line fails whenever it runs.",
          Category.CORRECTNESS,
          Severity.HIGH,
          FixLevel.NONE,
          List.of(
              "cwe-628",
              "errorprone:InvalidPatternSyntax",
              "sonar:S5856",
              "spotbugs:RE_BAD_SYNTAX_FOR_REGULAR_EXPRESSION"));

  /** Longer ones are not compiled: deep nesting would exhaust the stack. */
  private static final int LONGEST = 1_000;

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
    return RegexCall.NAMES;
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    RegexCall.patternOf((MethodInvocationTree) tree, context)
        .filter(
            pattern -> !Asserted.isAround(context) && context.enclosing(TryTree.class).isEmpty())
        .ifPresent(pattern -> check(pattern, context));
  }

  private static void check(ExpressionTree pattern, RuleContext context) {
    Expressions.stringIn(pattern)
        .flatMap(InvalidRegex::errorIn)
        .ifPresent(error -> context.report(pattern, "is no regular expression: " + error));
  }

  private static Optional<String> errorIn(String regex) {
    if (regex.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      Pattern.compile(regex);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(e.getDescription());
    }
  }
}
