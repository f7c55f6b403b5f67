package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.rule.performance.Boxes.Boxing;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.JavaLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A primitive that is boxed to call one method of the box. */
public final class BoxedForOneCall implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("boxed-for-one-call"),
          "Primitive boxed for one call",
          "The object is made for a call that a static method answers without it.",
          Category.PERFORMANCE,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("sonar:S1158", "spotbugs:DM_BOXED_PRIMITIVE_TOSTRING"));

  private static final Map<String, String> STATIC_FOR =
      Map.of("toString", "toString", "hashCode", "hashCode", "compareTo", "compare");

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
    return STATIC_FOR.keySet();
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    boxedFor(call, context).ifPresent(boxing -> report(call, boxing, context));
  }

  /** {@return what {@code Integer.valueOf(x).toString()} boxes} */
  static Optional<Boxing> boxedFor(MethodInvocationTree call, RuleContext context) {
    String name = Calls.nameOf(call);
    int arguments = name.equals("compareTo") ? 1 : 0;
    if (!STATIC_FOR.containsKey(name) || call.getArguments().size() != arguments) {
      return Optional.empty();
    }
    return Calls.receiverOf(call)
        .flatMap(receiver -> Boxes.boxingIn(receiver, context))
        .filter(boxing -> isOf(boxing.primitive(), boxing.value(), context));
  }

  private static boolean isOf(String primitive, ExpressionTree value, RuleContext context) {
    return ExpressionTypes.of(value, context).filter(primitive::equals).isPresent();
  }

  private static void report(MethodInvocationTree call, Boxing boxing, RuleContext context) {
    String method = boxing.type() + "." + STATIC_FOR.get(Calls.nameOf(call));
    String message = "the object is made for one call; use " + method + "(…)";
    if (Expressions.hasComment(context.file(), call)) {
      context.report(call, message);
    } else {
      TextEdit edit =
          new TextEdit(
              context.file().start(call),
              context.file().end(call),
              method + "(" + arguments(call, boxing, context) + ")");
      Fix fix = context.fix("Use " + method, List.of(edit));
      context.report(call, message, leastJavaOf(call).map(fix::needing).orElse(fix));
    }
  }

  private static Optional<JavaLevel> leastJavaOf(MethodInvocationTree call) {
    return switch (Calls.nameOf(call)) {
      case "hashCode" -> Optional.of(JavaLevel.of(8));
      case "compareTo" -> Optional.of(JavaLevel.of(7));
      default -> Optional.empty();
    };
  }

  private static String arguments(MethodInvocationTree call, Boxing boxing, RuleContext context) {
    String value = context.textOf(boxing.value());
    return call.getArguments().isEmpty()
        ? value
        : value + ", " + context.textOf(call.getArguments().get(0));
  }
}
