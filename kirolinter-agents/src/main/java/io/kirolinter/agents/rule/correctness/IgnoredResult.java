package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Scopes.VariableKind;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** A call on an immutable object whose result is dropped. */
public final class IgnoredResult implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("ignored-result"),
          "Result of an immutable object ignored",
          "The object cannot change, so a call whose result is dropped does nothing.",
          Category.CORRECTNESS,
          Severity.HIGH,
          FixLevel.UNSAFE,
          List.of(
              "cwe-252",
              "pmd:UselessPureMethodCall",
              "pmd:UselessOperationOnImmutable",
              "errorprone:ReturnValueIgnored",
              "sonar:S2201",
              "spotbugs:RV_RETURN_VALUE_IGNORED"));

  private static final Set<String> OF_STRINGS =
      Set.of(
          "trim",
          "strip",
          "stripLeading",
          "stripTrailing",
          "replace",
          "replaceAll",
          "replaceFirst",
          "toUpperCase",
          "toLowerCase",
          "concat",
          "repeat");

  private static final Set<String> OF_NUMBERS =
      Set.of("add", "subtract", "multiply", "negate", "abs", "setScale", "pow");

  private static final Set<String> TIMES =
      Set.of(
          "Instant",
          "Duration",
          "LocalDate",
          "LocalTime",
          "LocalDateTime",
          "ZonedDateTime",
          "OffsetDateTime",
          "Period");

  private static final Pattern OF_TIME =
      Pattern.compile("(plus|minus)[A-Z]?[a-z]*|with[A-Z][A-Za-z]*");

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.EXPRESSION_STATEMENT);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    if (((ExpressionStatementTree) tree).getExpression() instanceof MethodInvocationTree call
        && mayMatter(Calls.nameOf(call))) {
      Calls.receiverOf(call)
          .map(Expressions::inner)
          .filter(one -> isImmutable(one, Calls.nameOf(call), context))
          .filter(one -> !isTriedOut(context))
          .ifPresent(one -> report(call, one, context));
    }
  }

  /** A cheap look, before the variables of the file are resolved. */
  private static boolean mayMatter(String method) {
    return OF_STRINGS.contains(method) || OF_NUMBERS.contains(method) || isOfTime(method);
  }

  private static boolean isOfTime(String method) {
    boolean mayBe =
        method.startsWith("plus") || method.startsWith("minus") || method.startsWith("with");
    return mayBe ? OF_TIME.matcher(method).matches() : method.equals("truncatedTo");
  }

  private static boolean isImmutable(ExpressionTree receiver, String method, RuleContext context) {
    String type = context.scopes().typeNameOf(receiver).orElse("");
    if (type.equals("String")) {
      return OF_STRINGS.contains(method);
    }
    return switch (type) {
      case "BigDecimal", "BigInteger" -> OF_NUMBERS.contains(method);
      default -> TIMES.contains(type) && isOfTime(method);
    };
  }

  /** Some only want to know whether the call fails. */
  private static boolean isTriedOut(RuleContext context) {
    return Asserted.isAround(context)
        || context.enclosing(TryTree.class).filter(one -> !one.getCatches().isEmpty()).isPresent();
  }

  private static void report(
      MethodInvocationTree call, ExpressionTree receiver, RuleContext context) {
    String message = "'" + context.textOf(receiver) + "' does not change; the result is dropped";
    if (isAssignable(receiver, context)) {
      String target = context.textOf(receiver) + " = ";
      TextEdit keep = TextEdit.insertion(context.file().start(call), target);
      context.report(call, message, "Keep the result", List.of(keep));
    } else {
      context.report(call, message);
    }
  }

  private static boolean isAssignable(ExpressionTree receiver, RuleContext context) {
    return context.enclosing(LambdaExpressionTree.class).isEmpty()
        && context
            .scopes()
            .declarationOf(receiver)
            .filter(one -> !one.getModifiers().getFlags().contains(Modifier.FINAL))
            .flatMap(one -> context.scopes().kindOf(one))
            .filter(VariableKind.LOCAL::equals)
            .isPresent();
  }
}
