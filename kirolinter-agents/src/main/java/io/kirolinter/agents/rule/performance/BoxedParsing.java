package io.kirolinter.agents.rule.performance;

import com.google.common.collect.Sets;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.rule.performance.Boxes.Boxing;
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
import org.jspecify.annotations.Nullable;

/** A number that is parsed into an object, of which only the primitive value is taken. */
public final class BoxedParsing implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("boxed-parsing"),
          "Number parsed into an object",
          "The parsed number is boxed and unboxed again at once; the parse methods give the primitive.",
          Category.PERFORMANCE,
          Severity.LOW,
          FixLevel.SAFE,
          List.of(
              "sonar:S2130", "pmd:UnnecessaryBoxing", "spotbugs:DM_BOXED_PRIMITIVE_FOR_PARSING"));

  private static final Map<String, String> PARSERS =
      Map.of(
          "Boolean", "parseBoolean",
          "Byte", "parseByte",
          "Short", "parseShort",
          "Integer", "parseInt",
          "Long", "parseLong",
          "Float", "parseFloat",
          "Double", "parseDouble");

  private static final Set<String> NAMES =
      Sets.union(
              PARSERS.keySet(),
              Set.of(
                  "valueOf",
                  "booleanValue",
                  "byteValue",
                  "shortValue",
                  "intValue",
                  "longValue",
                  "floatValue",
                  "doubleValue"))
          .immutableCopy();

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
    return NAMES;
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    ExpressionTree place = (ExpressionTree) tree;
    Optional<Boxing> needless =
        tree instanceof MethodInvocationTree call && Calls.nameOf(call).endsWith("Value")
            ? unboxedBy(call, context)
            : unboxedByPlace(place, context);
    needless.ifPresent(boxing -> report(place, boxing, context));
  }

  /** {@return what the expression being checked boxes, if its place takes the primitive} */
  static Optional<Boxing> unboxedByPlace(ExpressionTree expression, RuleContext context) {
    return parsingIn(expression, context).filter(boxing -> isWantedAs(boxing.primitive(), context));
  }

  /** {@return what {@code Integer.valueOf(text).intValue()} boxes} */
  static Optional<Boxing> unboxedBy(MethodInvocationTree call, RuleContext context) {
    String name = Calls.nameOf(call);
    if (!name.endsWith("Value") || !call.getArguments().isEmpty()) {
      return Optional.empty();
    }
    return Calls.receiverOf(call)
        .flatMap(receiver -> parsingIn(receiver, context))
        .filter(boxing -> name.equals(boxing.primitive() + "Value"));
  }

  private static Optional<Boxing> parsingIn(ExpressionTree expression, RuleContext context) {
    return Boxes.boxingIn(expression, context)
        .filter(boxing -> PARSERS.containsKey(boxing.type()))
        .filter(boxing -> ExpressionTypes.isString(boxing.value(), context));
  }

  /** {@return whether the place of the tree being checked takes exactly this primitive} */
  private static boolean isWantedAs(String primitive, RuleContext context) {
    Tree parent = context.parent().orElseThrow();
    if (parent instanceof VariableTree variable) {
      return isNamed(variable.getType(), primitive);
    }
    if (parent instanceof AssignmentTree assignment) {
      return context
          .scopes()
          .typeNameOf(assignment.getVariable())
          .filter(primitive::equals)
          .isPresent();
    }
    return parent instanceof ReturnTree
        && context
            .enclosing(MethodTree.class)
            .filter(
                method ->
                    isNamed(method.getReturnType(), primitive) && !isInLambda(method, context))
            .isPresent();
  }

  private static boolean isNamed(@Nullable Tree type, String name) {
    return type != null && Scopes.simpleName(type).filter(name::equals).isPresent();
  }

  private static boolean isInLambda(MethodTree method, RuleContext context) {
    return context
        .enclosing(LambdaExpressionTree.class)
        .filter(lambda -> context.file().start(lambda) > context.file().start(method))
        .isPresent();
  }

  private static void report(ExpressionTree place, Boxing boxing, RuleContext context) {
    String parser = boxing.type() + "." + PARSERS.get(boxing.type());
    String message = "the number is boxed for nothing; use " + parser + "(…)";
    if (Expressions.hasComment(context.file(), place)) {
      context.report(place, message);
    } else {
      String fixed = parser + "(" + context.textOf(boxing.value()) + ")";
      TextEdit edit = new TextEdit(context.file().start(place), context.file().end(place), fixed);
      context.report(place, message, "Use " + parser, List.of(edit));
    }
  }
}
