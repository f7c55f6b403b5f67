package io.kirolinter.agents.rule.security;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
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

/** A pair of keys that is too short for its algorithm. */
public final class SmallKey implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("small-key"),
          "Key too short",
          "Keys of this length can be found with the means of today or of the next years.",
          Category.SECURITY,
          Severity.HIGH,
          FixLevel.UNSAFE,
          List.of("cwe-326", "sonar:S4426", "spotbugs:RSA_KEY_SIZE"));

  private static final Set<Integer> SIZES_OF_RSA = Set.of(512, 768, 1024, 1536);

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
    return Set.of("initialize");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    if (!Calls.nameOf(call).equals("initialize") || call.getArguments().isEmpty()) {
      return;
    }
    ExpressionTree size = call.getArguments().get(0);
    ExpressionTree generator = Calls.receiverOf(call).orElse(size);
    if (size instanceof LiteralTree literal
        && literal.getValue() instanceof Integer bits
        && context.scopes().typeNameOf(generator).filter("KeyPairGenerator"::equals).isPresent()) {
      check(bits, size, algorithmOf(generator, context), context);
    }
  }

  /** {@return the algorithm that the generator is asked for where it is declared; else empty} */
  private static String algorithmOf(ExpressionTree generator, RuleContext context) {
    return context
        .scopes()
        .declarationOf(generator)
        .map(VariableTree::getInitializer)
        .filter(value -> value instanceof MethodInvocationTree)
        .map(value -> ((MethodInvocationTree) value).getArguments())
        .filter(arguments -> !arguments.isEmpty())
        .flatMap(arguments -> Constants.textOf(arguments.get(0), context))
        .orElse("");
  }

  private static void check(int bits, ExpressionTree size, String algorithm, RuleContext context) {
    boolean curve = algorithm.startsWith("EC") || algorithm.startsWith("X");
    boolean small = algorithm.isEmpty() ? SIZES_OF_RSA.contains(bits) : bits < (curve ? 224 : 2048);
    if (small) {
      int start = context.file().start(size);
      TextEdit edit = new TextEdit(start, context.file().end(size), curve ? "256" : "3072");
      context.report(size, "a key of " + bits + " bits is too short", "Lengthen it", List.of(edit));
    }
  }
}
