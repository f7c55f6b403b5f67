package io.kirolinter.agents.rule.security;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A redirect whose target begins with text from a request. Methods that compare or validate
 * anything are left alone.
 */
public final class OpenRedirect implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("open-redirect"),
          "Redirect to where a request says",
          "A link to your site sends people on to another one, which asks for their password.",
          Category.SECURITY,
          Severity.MEDIUM,
          FixLevel.NONE,
          List.of(
              "cwe-601",
              "sonar:S5146",
              "spotbugs:UNVALIDATED_REDIRECT",
              "spotbugs:SPRING_UNVALIDATED_REDIRECT"));

  private static final Set<String> BEFORE_A_HOST = Set.of("", "/", "//", "http://", "https://");

  private static final String VIEW = "redirect:";

  private static final Pattern CHECK =
      Pattern.compile(
          "startsWith|endsWith|equals|contains\\(|matches\\(|(?i)valid|allowed|sanitize|safe");

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.METHOD_INVOCATION, Tree.Kind.RETURN);
  }

  @Override
  public Set<String> names() {
    return Set.of("sendRedirect");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    targetOf(tree, context)
        .filter(target -> beginsWithInput(target, tree, context))
        .filter(target -> !RequestInput.methodHas(CHECK, context))
        .ifPresent(target -> context.report(target, "a request chooses where people are sent"));
  }

  private static Optional<ExpressionTree> targetOf(Tree tree, RuleContext context) {
    if (tree instanceof ReturnTree result) {
      return Optional.ofNullable(result.getExpression())
          .map(Expressions::inner)
          .filter(BinaryTree.class::isInstance)
          .filter(context.file()::isWritten);
    }
    MethodInvocationTree call = (MethodInvocationTree) tree;
    boolean sends = call.getArguments().size() == 1 && Calls.nameOf(call).equals("sendRedirect");
    return sends ? Optional.of(call.getArguments().get(0)) : Optional.empty();
  }

  private static boolean beginsWithInput(ExpressionTree target, Tree tree, RuleContext context) {
    boolean view = tree instanceof ReturnTree;
    List<ExpressionTree> parts =
        Expressions.inner(target) instanceof BinaryTree chain && chain.getKind() == Tree.Kind.PLUS
            ? Expressions.operandsOf(chain)
            : List.of(target);
    String start = Expressions.stringIn(parts.get(0)).orElse("");
    if (view && !start.startsWith(VIEW)) {
      return false;
    }
    String before = view ? start.substring(VIEW.length()) : start;
    boolean fixed = Expressions.stringIn(parts.get(0)).isPresent();
    ExpressionTree first = parts.get(fixed && parts.size() > 1 ? 1 : 0);
    return BEFORE_A_HOST.contains(before) && RequestInput.isIn(first, context);
  }
}
