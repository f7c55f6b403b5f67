package io.kirolinter.agents.rule.security;

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
import java.util.Locale;
import java.util.Set;

/** A hash function that is broken, asked for by its name. */
public final class WeakHash implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("weak-hash"),
          "Weak hash function",
          "MD2, MD5 and SHA-1 are broken: whoever wants can make two inputs with one hash.",
          Category.SECURITY,
          Severity.HIGH,
          FixLevel.NONE,
          List.of("cwe-328", "sonar:S4790", "spotbugs:WEAK_MESSAGE_DIGEST_MD5"));

  private static final Set<String> BROKEN = Set.of("MD2", "MD4", "MD5", "SHA", "SHA1", "SHA-1");

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
    return Set.of("getInstance");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    if (!Calls.isStatic(call, "MessageDigest", "getInstance") || call.getArguments().isEmpty()) {
      return;
    }
    Constants.textOf(call.getArguments().get(0), context)
        .filter(name -> BROKEN.contains(name.toUpperCase(Locale.ROOT)))
        .ifPresent(
            name -> context.report(call, "hash function " + name + " is broken; use SHA-256"));
  }
}
