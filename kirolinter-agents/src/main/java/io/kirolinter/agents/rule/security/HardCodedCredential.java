package io.kirolinter.agents.rule.security;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
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

/**
 * A credential in the code, known by its form or by the name of what holds it. Messages never
 * repeat it.
 */
public final class HardCodedCredential implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("hard-coded-credential"),
          "Hard-coded credential",
          "Whoever can read the code or the program has the credential, and it cannot be changed.",
          Category.SECURITY,
          Severity.CRITICAL,
          FixLevel.NONE,
          List.of(
              "cwe-798", "cwe-259", "sonar:S2068", "sonar:S6418", "spotbugs:HARD_CODE_PASSWORD"));

  private static final Set<String> KEEPING = Set.of("put", "setProperty", "addHeader", "header");

  private static final Set<String> CONVERSIONS = Set.of("toCharArray", "getBytes");

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.STRING_LITERAL);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    LiteralTree literal = (LiteralTree) tree;
    String text = (String) literal.getValue();
    Optional<SecretShape> shape = SecretShape.in(withFollowing(text, context));
    if (shape.isPresent()) {
      context.report(literal, shape.get().label() + " is written into the code");
      return;
    }
    holderOf(literal, context)
        .filter(name -> CredentialValue.isLikely(text, Secrecy.of(name)))
        .ifPresent(name -> context.report(literal, "'" + name + "' is written into the code"));
  }

  /** {@return the text that a key's head line begins; keys are often written line by line} */
  private static String withFollowing(String text, RuleContext context) {
    if (!text.contains("PRIVATE KEY-----")) {
      return text;
    }
    String whole = text;
    for (int distance = 1;
        context.ancestor(distance).orElse(null) instanceof BinaryTree chain;
        distance++) {
      whole = Constants.textOf(chain, context).orElse(whole);
    }
    return whole.substring(Math.max(0, whole.indexOf(text)));
  }

  /** {@return the name of what gets the literal} */
  private static Optional<String> holderOf(LiteralTree literal, RuleContext context) {
    int distance = isConverted(context) ? 3 : 1;
    Tree value = distance == 1 ? literal : context.ancestor(2).orElse(literal);
    Tree around = context.ancestor(distance).orElse(literal);
    if (around instanceof VariableTree variable && value.equals(variable.getInitializer())) {
      return Optional.of(variable.getName().toString());
    }
    if (around instanceof AssignmentTree assignment && value.equals(assignment.getExpression())) {
      return Expressions.nameOf(assignment.getVariable());
    }
    if (around instanceof MethodTree element && value.equals(element.getDefaultValue())) {
      return Optional.of(element.getName().toString());
    }
    return around instanceof MethodInvocationTree call ? holderOf(value, call) : Optional.empty();
  }

  /** Whether the literal stands in {@code "…".toCharArray()} or the like. */
  private static boolean isConverted(RuleContext context) {
    return context.parent().orElse(null) instanceof MemberSelectTree member
        && CONVERSIONS.contains(member.getIdentifier().toString());
  }

  private static Optional<String> holderOf(Tree value, MethodInvocationTree call) {
    List<? extends ExpressionTree> arguments = call.getArguments();
    int last = arguments.size() - 1;
    String method = Calls.nameOf(call);
    if (last < 0 || !value.equals(arguments.get(last))) {
      return Optional.empty();
    }
    if (last == 2 && Calls.isStatic(call, "DriverManager", "getConnection")) {
      return Optional.of("password");
    }
    if (last == 1 && KEEPING.contains(method)) {
      return Expressions.stringIn(arguments.get(0)).or(() -> Expressions.nameOf(arguments.get(0)));
    }
    boolean sets = last == 0 && (method.startsWith("set") || method.startsWith("with"));
    return sets ? Optional.of(method.replaceFirst("^(set|with)", "")) : Optional.empty();
  }
}
