package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
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

/** {@code replaceAll} of a regular expression that is plain text, by plain text. */
public final class LiteralReplaceAll implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("literal-replace-all"),
          "Call of replaceAll for plain text",
          "A regular expression is compiled and matched, where replace would search the text as it is.",
          Category.PERFORMANCE,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("sonar:S5361"));

  /** Chars that mean themselves in a regular expression, as they stand in a literal. */
  private static final String PLAIN = "[^\"\\\\\\[\\](){}*+?.^$|]++|\\\\[ntr\"']";

  /** A char whose meaning is taken from it by a backslash. */
  private static final String QUOTED = "\\\\\\\\(?:\\\\\\\\|[\\p{Punct}&&[^\\\\\"']])";

  private static final Pattern PLAIN_TEXT =
      Pattern.compile("\"(?:" + PLAIN + "|" + QUOTED + ")++\"");

  private static final Pattern QUOTE = Pattern.compile("\\\\\\\\(\\\\\\\\|[^\\\\])");

  private static final Pattern PLAIN_REPLACEMENT =
      Pattern.compile("\"(?:[^\"\\\\$]++|\\\\[ntr\"'])*+\"");

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
    return Set.of("replaceAll");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    if (isOfPlainText(call, context)) {
      report(call, context);
    }
  }

  /** {@return whether {@code replace} would do the same as this call} */
  static boolean isOfPlainText(MethodInvocationTree call, RuleContext context) {
    if (!Calls.nameOf(call).equals("replaceAll") || call.getArguments().size() != 2) {
      return false;
    }
    return isLiteral(call.getArguments().get(0), PLAIN_TEXT, context)
        && isLiteral(call.getArguments().get(1), PLAIN_REPLACEMENT, context)
        && Calls.receiverOf(call)
            .filter(receiver -> ExpressionTypes.isString(receiver, context))
            .isPresent();
  }

  private static boolean isLiteral(ExpressionTree text, Pattern form, RuleContext context) {
    return text.getKind() == Tree.Kind.STRING_LITERAL
        && form.matcher(context.textOf(text)).matches();
  }

  private static void report(MethodInvocationTree call, RuleContext context) {
    ExpressionTree regex = call.getArguments().get(0);
    String text = QUOTE.matcher(context.textOf(regex)).replaceAll("$1");
    context.report(
        call,
        "%s is no pattern; use replace(…)".formatted(context.textOf(regex)),
        "Use replace",
        List.of(
            CallText.rename(call, "replace", context),
            new TextEdit(context.file().start(regex), context.file().end(regex), text)));
  }
}
