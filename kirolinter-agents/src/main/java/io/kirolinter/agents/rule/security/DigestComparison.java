package io.kirolinter.agents.rule.security;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
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
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Set;

/**
 * A signature or message authentication code that is compared by a method that stops at the first
 * difference.
 */
public final class DigestComparison implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("digest-comparison"),
          "Signature compared until the first difference",
          "How long the answer takes tells how many bytes were right, so a signature can be guessed.",
          Category.SECURITY,
          Severity.MEDIUM,
          FixLevel.SAFE,
          List.of("cwe-208", "spotbugs:UNSAFE_HASH_EQUALS"));

  private static final Set<String> SECRETS = Set.of("mac", "hmac", "signature", "sig");

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
    List<? extends ExpressionTree> both = call.getArguments();
    if (both.size() == 2
        && Calls.isStatic(call, "Arrays", "equals")
        && both.stream().anyMatch(DigestComparison::isSecret)
        && both.stream().allMatch(one -> isBytes(one, context))) {
      report(call, context);
    }
  }

  private static boolean isSecret(ExpressionTree value) {
    ExpressionTree inner = Expressions.inner(value);
    if (inner instanceof MethodInvocationTree call) {
      return Calls.nameOf(call).equals("doFinal");
    }
    List<String> words = Expressions.nameOf(inner).map(NameWords::of).orElse(List.of());
    return words.stream().anyMatch(SECRETS::contains);
  }

  private static boolean isBytes(ExpressionTree value, RuleContext context) {
    ExpressionTree inner = Expressions.inner(value);
    return inner instanceof MethodInvocationTree call
        ? Calls.nameOf(call).equals("doFinal")
        : context.scopes().typeNameOf(inner).filter("byte[]"::equals).isPresent();
  }

  private static void report(MethodInvocationTree call, RuleContext context) {
    String digest = TypeNames.inCode("java.security", "MessageDigest", context);
    int start = context.file().start(call.getMethodSelect());
    int end = context.file().end(call.getMethodSelect());
    context.report(
        call,
        "the comparison stops at the first wrong byte, which can be measured",
        "Compare in constant time",
        List.of(new TextEdit(start, end, digest + ".isEqual")));
  }
}
