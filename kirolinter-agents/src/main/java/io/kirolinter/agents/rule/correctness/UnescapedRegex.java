package io.kirolinter.agents.rule.correctness;

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
import java.util.Set;

/**
 * A lone char that was meant as it stands, and is taken for a regular expression. Replacing every
 * char by a mask such as {@code *} is left alone.
 */
public final class UnescapedRegex implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("unescaped-regex"),
          "Regular expression of one special char",
          "The char has a meaning of its own in a regular expression, so the text is cut elsewhere.",
          Category.CORRECTNESS,
          Severity.HIGH,
          FixLevel.UNSAFE,
          List.of(
              "cwe-628",
              "errorprone:StringSplitter",
              "sonar:S2639",
              "spotbugs:RE_POSSIBLE_UNINTENDED_PATTERN"));

  private static final Set<String> CUT_AT = Set.of(".", "|", "$", "^");

  private static final Set<String> REPLACED = Set.of(".", "|");

  private static final Set<String> NO_MASK = Set.of("", "/", "_", ",", ";", "::", "\\\\");

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
    MethodInvocationTree call = (MethodInvocationTree) tree;
    RegexCall.patternOf(call, context)
        .filter(pattern -> isMeantLiterally(call, Expressions.stringIn(pattern).orElse("")))
        .ifPresent(pattern -> report(pattern, context));
  }

  private static boolean isMeantLiterally(MethodInvocationTree call, String text) {
    if (Calls.nameOf(call).equals("split")) {
      return CUT_AT.contains(text);
    }
    return Calls.nameOf(call).equals("replaceAll")
        && REPLACED.contains(text)
        && Expressions.stringIn(call.getArguments().get(1)).filter(NO_MASK::contains).isPresent();
  }

  private static void report(ExpressionTree pattern, RuleContext context) {
    String message = "the char is special in a regular expression, and not escaped";
    boolean plain = context.textOf(pattern).length() == "'x'".length();
    if (plain) {
      TextEdit escape = TextEdit.insertion(context.file().start(pattern) + 1, "\\\\");
      context.report(pattern, message, "Escape it", List.of(escape));
    } else {
      context.report(pattern, message);
    }
  }
}
