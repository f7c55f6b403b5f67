package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.rule.TypeNames;
import io.kirolinter.agents.syntax.Scopes;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A {@code BigInteger} or {@code BigDecimal} that is made of a number for which there is a
 * constant.
 */
public final class BigNumberConstant implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("big-number-constant"),
          "Big number that a constant holds",
          "ZERO, ONE and TEN exist already, so making them again costs an object and a parse.",
          Category.PERFORMANCE,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:BigIntegerInstantiation"));

  private static final Map<String, String> CONSTANTS = Map.of("0", "ZERO", "1", "ONE", "10", "TEN");

  private static final Set<String> TYPES = Set.of("BigInteger", "BigDecimal");

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
    return Set.of("BigInteger", "BigDecimal", "valueOf");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    typeMadeBy(tree)
        .filter(type -> TYPES.contains(type) && TypeNames.isImported("java.math", type, context))
        .ifPresent(type -> check(type, (ExpressionTree) tree, context));
  }

  private static Optional<String> typeMadeBy(Tree tree) {
    if (tree instanceof NewClassTree creation) {
      return creation.getClassBody() == null
          ? Scopes.simpleName(creation.getIdentifier())
          : Optional.empty();
    }
    MethodInvocationTree call = (MethodInvocationTree) tree;
    return Calls.nameOf(call).equals("valueOf")
        ? Calls.receiverOf(call).flatMap(Scopes::simpleName)
        : Optional.empty();
  }

  private static void check(String type, ExpressionTree creation, RuleContext context) {
    List<? extends ExpressionTree> arguments =
        creation instanceof NewClassTree made
            ? made.getArguments()
            : ((MethodInvocationTree) creation).getArguments();
    if (arguments.size() == 1 && !needsIdentity(context)) {
      wholeNumber(arguments.get(0))
          .map(CONSTANTS::get)
          .ifPresent(constant -> report(creation, type + "." + constant, context));
    }
  }

  /** {@return the digits of a whole number; those with a fraction have another scale} */
  private static Optional<String> wholeNumber(ExpressionTree argument) {
    boolean whole =
        argument instanceof LiteralTree literal
            && (literal.getValue() instanceof String
                || literal.getValue() instanceof Integer
                || literal.getValue() instanceof Long);
    return whole
        ? Optional.of(String.valueOf(((LiteralTree) argument).getValue()))
        : Optional.empty();
  }

  private static boolean needsIdentity(RuleContext context) {
    return context
        .parent()
        .filter(
            one -> one.getKind() == Tree.Kind.EQUAL_TO || one.getKind() == Tree.Kind.NOT_EQUAL_TO)
        .isPresent();
  }

  private static void report(ExpressionTree creation, String constant, RuleContext context) {
    String message = "this number is " + constant;
    if (Expressions.hasComment(context.file(), creation)) {
      context.report(creation, message);
    } else {
      TextEdit edit =
          new TextEdit(context.file().start(creation), context.file().end(creation), constant);
      context.report(creation, message, "Use " + constant, List.of(edit));
    }
  }
}
