package io.kirolinter.agents.rule.security;

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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A cipher that is broken, or a mode that shows which blocks are equal. */
public final class WeakCipher implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("weak-cipher"),
          "Weak cipher",
          "The cipher can be broken with the means of today, or shows the pattern of the text.",
          Category.SECURITY,
          Severity.HIGH,
          FixLevel.NONE,
          List.of("cwe-327", "sonar:S5547", "sonar:S5542", "spotbugs:ECB_MODE"));

  private static final Set<String> MAKERS = Set.of("Cipher", "KeyGenerator", "SecretKeyFactory");

  private static final Pattern BROKEN =
      Pattern.compile(
          "(DES|DESEDE|TRIPLEDES|3DES|RC2|RC4|ARCFOUR|BLOWFISH)(/.*)?|PBEWITH.*(DES|RC[24]).*");

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.METHOD_INVOCATION, Tree.Kind.NEW_CLASS);
  }

  @Override
  public Set<String> names() {
    return Set.of("SecretKeySpec", "getInstance");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    nameOf(tree)
        .flatMap(name -> Constants.textOf(name, context))
        .flatMap(name -> weaknessOf(name, tree))
        .ifPresent(weakness -> context.report(tree, weakness));
  }

  private static Optional<ExpressionTree> nameOf(Tree tree) {
    if (tree instanceof NewClassTree made) {
      boolean key =
          Scopes.simpleName(made.getIdentifier()).filter("SecretKeySpec"::equals).isPresent();
      int last = made.getArguments().size() - 1;
      return key && last >= 1 ? Optional.of(made.getArguments().get(last)) : Optional.empty();
    }
    MethodInvocationTree call = (MethodInvocationTree) tree;
    boolean asks = MAKERS.stream().anyMatch(maker -> Calls.isStatic(call, maker, "getInstance"));
    return asks && !call.getArguments().isEmpty()
        ? Optional.of(call.getArguments().get(0))
        : Optional.empty();
  }

  private static Optional<String> weaknessOf(String name, Tree tree) {
    String cipher = name.toUpperCase(Locale.ROOT);
    if (BROKEN.matcher(cipher).matches()) {
      return Optional.of("cipher " + name + " is broken; use AES/GCM/NoPadding");
    }
    // For RSA the provider demands the word ECB; it encrypts one block only.
    boolean electronicCodebook = cipher.contains("/ECB/") && !cipher.startsWith("RSA");
    boolean byDefault = cipher.equals("AES") && isCipher(tree);
    return electronicCodebook || byDefault
        ? Optional.of("'" + name + "' means ECB mode, which shows patterns; use AES/GCM/NoPadding")
        : Optional.empty();
  }

  private static boolean isCipher(Tree tree) {
    return tree instanceof MethodInvocationTree call
        && Calls.isStatic(call, "Cipher", "getInstance");
  }
}
