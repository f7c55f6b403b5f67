package io.kirolinter.agents.rule.security;

import com.google.common.collect.Sets;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Scopes;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A secret key that is made of what stands in the code. */
public final class HardCodedKey implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("hard-coded-key"),
          "Key written into the code",
          "Whoever can read the code or the program can read and sign everything.",
          Category.SECURITY,
          Severity.CRITICAL,
          FixLevel.NONE,
          List.of("cwe-321", "pmd:HardCodedCryptoKey", "sonar:S6418", "spotbugs:HARD_CODE_KEY"));

  private static final Set<String> KEYS =
      Set.of("SecretKeySpec", "PBEKeySpec", "DESKeySpec", "DESedeKeySpec");

  private static final Set<String> SIGNING = Set.of("HMAC256", "HMAC384", "HMAC512");

  private static final Set<String> NAMES =
      Sets.union(Set.of("hmacShaKeyFor"), Sets.union(KEYS, SIGNING)).immutableCopy();

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.NEW_CLASS, Tree.Kind.METHOD_INVOCATION);
  }

  @Override
  public Set<String> names() {
    return NAMES;
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    keyOf(tree)
        .filter(context.file()::isWritten)
        .filter(key -> isFixed(key, tree, context))
        .ifPresent(key -> context.report(key, "the key stands in the code; load it instead"));
  }

  private static Optional<ExpressionTree> keyOf(Tree tree) {
    if (tree instanceof NewClassTree made) {
      boolean key = Scopes.simpleName(made.getIdentifier()).filter(KEYS::contains).isPresent();
      return key
          ? made.getArguments().stream().findFirst().map(ExpressionTree.class::cast)
          : Optional.empty();
    }
    MethodInvocationTree call = (MethodInvocationTree) tree;
    boolean signs =
        Calls.isStatic(call, "Keys", "hmacShaKeyFor")
            || SIGNING.stream().anyMatch(name -> Calls.isStatic(call, "Algorithm", name));
    return signs
        ? call.getArguments().stream().findFirst().map(ExpressionTree.class::cast)
        : Optional.empty();
  }

  private static boolean isFixed(ExpressionTree key, Tree tree, RuleContext context) {
    return FixedBytes.isFixed(key, context)
        || (tree instanceof MethodInvocationTree && Constants.textOf(key, context).isPresent());
  }
}
