package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
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
import java.util.Optional;
import java.util.Set;

/**
 * A boxed primitive made by its constructor. There is no fix where the identity of the new object
 * is looked at in the same expression.
 */
public final class BoxedConstructor implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("boxed-constructor"),
          "Constructor of a boxed primitive",
          "The constructor always makes a new object, is deprecated for removal, and valueOf"
              + " shares the common values.",
          Category.PERFORMANCE,
          Severity.MEDIUM,
          FixLevel.SAFE,
          List.of(
              "pmd:PrimitiveWrapperInstantiation",
              "errorprone:BoxedPrimitiveConstructor",
              "sonar:S2129"));

  private static final Set<String> BOXES =
      Set.of("Boolean", "Byte", "Character", "Short", "Integer", "Long", "Float", "Double");

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.NEW_CLASS);
  }

  @Override
  public Set<String> names() {
    return BOXES;
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    NewClassTree creation = (NewClassTree) tree;
    if (!(creation.getIdentifier() instanceof IdentifierTree type)) {
      return;
    }
    String name = type.getName().toString();
    boolean boxes = BOXES.contains(name) && creation.getArguments().size() == 1;
    if (boxes && TypeNames.isOfJavaLang(name, context) && !isForNothing(creation, context)) {
      report(creation, name, context);
    }
  }

  private static void report(NewClassTree creation, String type, RuleContext context) {
    String message = "new " + type + "(…) always makes an object; use " + type + ".valueOf(…)";
    int start = context.file().start(creation);
    int end = context.file().end(creation.getIdentifier());
    boolean fixable =
        !needsIdentity(context) && takes(creation, type) && !context.hasComment(start, end);
    if (fixable) {
      TextEdit edit = new TextEdit(start, end, type + ".valueOf");
      context.report(creation, message, "Use " + type + ".valueOf", List.of(edit));
    } else {
      context.report(creation, message);
    }
  }

  /** Other rules do away with the object altogether. */
  private static boolean isForNothing(NewClassTree creation, RuleContext context) {
    return BoxedParsing.unboxedByPlace(creation, context).isPresent()
        || receivingCall(context)
            .filter(
                call ->
                    BoxedParsing.unboxedBy(call, context).isPresent()
                        || BoxedForOneCall.boxedFor(call, context).isPresent())
            .isPresent();
  }

  /** {@return the call on the object that is being checked, which parentheses may surround} */
  private static Optional<MethodInvocationTree> receivingCall(RuleContext context) {
    int distance = 1;
    while (context.ancestor(distance).filter(ParenthesizedTree.class::isInstance).isPresent()) {
      distance++;
    }
    return context.ancestor(distance).filter(MemberSelectTree.class::isInstance).isPresent()
        ? context
            .ancestor(distance + 1)
            .filter(MethodInvocationTree.class::isInstance)
            .map(MethodInvocationTree.class::cast)
        : Optional.empty();
  }

  private static boolean needsIdentity(RuleContext context) {
    return context
        .parent()
        .filter(
            parent ->
                parent.getKind() == Tree.Kind.EQUAL_TO
                    || parent.getKind() == Tree.Kind.NOT_EQUAL_TO
                    || parent instanceof SynchronizedTree
                    || asksForIdentity(parent))
        .isPresent();
  }

  private static boolean asksForIdentity(Tree parent) {
    return parent instanceof MethodInvocationTree call
        && (Calls.nameOf(call).contains("Same") || Calls.nameOf(call).startsWith("identity"));
  }

  /** {@code new Float(double)} exists, {@code Float.valueOf(double)} does not. */
  private static boolean takes(NewClassTree creation, String type) {
    ExpressionTree argument = creation.getArguments().get(0);
    return !type.equals("Float")
        || (argument instanceof LiteralTree && argument.getKind() != Tree.Kind.DOUBLE_LITERAL);
  }
}
