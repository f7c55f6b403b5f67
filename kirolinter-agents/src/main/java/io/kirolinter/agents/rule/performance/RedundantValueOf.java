package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
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
import java.util.Set;

/** A string that is made of a value just before the value is appended or added to a string. */
public final class RedundantValueOf implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("redundant-value-of"),
          "String made before it is appended",
          "The append or the concatenation makes the same text of the value itself, without a string between.",
          Category.PERFORMANCE,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:UselessStringValueOf", "sonar:S1153"));

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
    return Set.of("valueOf", "toString");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    if (call.getArguments().size() != 1 || !isConversion(call, context)) {
      return;
    }
    if (isAppended(call, context) || isAdded(call, context)) {
      report(call, context);
    }
  }

  /** {@code String.valueOf(x)} of a plain value, or {@code Integer.toString(x)} of an int. */
  private static boolean isConversion(MethodInvocationTree call, RuleContext context) {
    ExpressionTree value = call.getArguments().get(0);
    if (Calls.isStatic(call, "String", "valueOf")) {
      return isSimple(value)
          && ExpressionTypes.isPlainValue(value, context)
          && TypeNames.isOfJavaLang("String", context);
    }
    return Calls.nameOf(call).equals("toString")
        && isSimple(value)
        && Calls.receiverOf(call)
            .flatMap(Scopes::simpleName)
            .filter(box -> Boxes.isBox(box) && TypeNames.isOfJavaLang(box, context))
            .filter(box -> Boxes.primitiveOf(box).equals(ExpressionTypes.of(value, context)))
            .isPresent();
  }

  private static boolean isSimple(ExpressionTree value) {
    return value instanceof IdentifierTree
        || value instanceof MemberSelectTree
        || value instanceof MethodInvocationTree;
  }

  private static boolean isAppended(MethodInvocationTree call, RuleContext context) {
    return context
        .parent()
        .filter(MethodInvocationTree.class::isInstance)
        .map(MethodInvocationTree.class::cast)
        .filter(outer -> outer.getArguments().contains(call))
        .filter(outer -> Builders.isAppend(outer, context))
        .isPresent();
  }

  /** {@return whether the other operand alone makes the sum a string} */
  private static boolean isAdded(MethodInvocationTree call, RuleContext context) {
    if (context.parent().isEmpty()
        || !(context.parent().get() instanceof BinaryTree sum)
        || sum.getKind() != Tree.Kind.PLUS) {
      return false;
    }
    ExpressionTree other =
        sum.getLeftOperand() == call ? sum.getRightOperand() : sum.getLeftOperand();
    return staysString(other, context) && !isAppendedSum(context);
  }

  /** Appending the parts of such a sum one by one is another rule's business. */
  private static boolean isAppendedSum(RuleContext context) {
    int distance = 1;
    while (context.ancestor(distance).filter(BinaryTree.class::isInstance).isPresent()) {
      distance++;
    }
    return context
        .ancestor(distance)
        .filter(MethodInvocationTree.class::isInstance)
        .map(MethodInvocationTree.class::cast)
        .filter(Builders::looksLikeAppend)
        .isPresent();
  }

  /** A string that another fix of this rule, or of its neighbours, does not take away. */
  private static boolean staysString(ExpressionTree operand, RuleContext context) {
    ExpressionTree inner = Expressions.inner(operand);
    if (inner instanceof BinaryTree sum) {
      return sum.getKind() == Tree.Kind.PLUS
          && (staysString(sum.getRightOperand(), context)
              || staysString(sum.getLeftOperand(), context));
    }
    boolean emptyText = Expressions.stringIn(inner).filter(String::isEmpty).isPresent();
    return !emptyText
        && !(inner instanceof MethodInvocationTree)
        && ExpressionTypes.isString(inner, context);
  }

  private static void report(MethodInvocationTree call, RuleContext context) {
    String message = "the value makes the same text without '%s'";
    String method = context.textOf(call.getMethodSelect());
    if (Expressions.hasComment(context.file(), call)) {
      context.report(call, message.formatted(method));
    } else {
      String value = context.textOf(call.getArguments().get(0));
      TextEdit edit = new TextEdit(context.file().start(call), context.file().end(call), value);
      context.report(call, message.formatted(method), "Use the value itself", List.of(edit));
    }
  }
}
