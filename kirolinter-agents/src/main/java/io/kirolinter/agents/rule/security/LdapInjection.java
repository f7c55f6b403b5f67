package io.kirolinter.agents.rule.security;

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
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A search filter of a directory that is put together out of values. */
public final class LdapInjection implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("ldap-injection"),
          "LDAP injection",
          "The filter is put together out of values, so who chooses a value can widen the search.",
          Category.SECURITY,
          Severity.HIGH,
          FixLevel.NONE,
          List.of("cwe-90", "sonar:S2078", "spotbugs:LDAP_INJECTION"));

  private static final Pattern FILTER =
      Pattern.compile("^\\([&|!(\\w].*[=(]|^\\(\\w+=", Pattern.DOTALL);

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.METHOD_INVOCATION);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    if (!Calls.nameOf(call).startsWith("search")) {
      return;
    }
    for (ExpressionTree argument : call.getArguments()) {
      BuiltText.of(argument, context)
          .filter(text -> FILTER.matcher(text.start()).find())
          .filter(text -> context.file().isWritten(argument))
          .ifPresent(
              text ->
                  context.report(
                      argument, "a search filter is put together out of values; pass them apart"));
    }
  }
}
