package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.JavaLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Set;

/** {@code equals("")} on what is known to be a string. */
public final class EqualsEmptyString implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("equals-empty-string"),
          "Comparison with an empty string",
          "Asking a string for emptiness is a look at its length, and says what is meant.",
          Category.PERFORMANCE,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("sonar:S7158"));

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
    if (Calls.nameOf(call).equals("equals")
        && call.getArguments().size() == 1
        && context.textOf(call.getArguments().get(0)).equals("\"\"")
        && isOnStringObject(call, context)) {
      report(call, context);
    }
  }

  private static boolean isOnStringObject(MethodInvocationTree call, RuleContext context) {
    return Calls.receiverOf(call)
        .filter(receiver -> ExpressionTypes.isString(receiver, context))
        .isPresent();
  }

  private static void report(MethodInvocationTree call, RuleContext context) {
    String message = "a string is asked for emptiness by isEmpty()";
    int start = CallText.startOfName(call, context);
    int end = context.file().end(call);
    if (context.hasComment(start, end)) {
      context.report(call, message);
    } else {
      TextEdit edit = new TextEdit(start, end, "isEmpty()");
      context.report(
          call, message, context.fix("Use isEmpty", List.of(edit)).needing(JavaLevel.of(6)));
    }
  }
}
