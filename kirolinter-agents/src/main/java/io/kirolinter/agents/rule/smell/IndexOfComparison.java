package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code indexOf(x) >= 0} or its like on a string or list that this file declares. */
public final class IndexOfComparison implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("index-of-comparison"),
          "Index asked only to know whether something is there",
          "The method contains says what is asked, and a comparison with -1 is easily got wrong.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("intellij:IndexOfReplaceableByContains"));

  private static final Set<String> LISTS = Set.of("List", "ArrayList", "LinkedList", "Vector");

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(
        Tree.Kind.EQUAL_TO,
        Tree.Kind.NOT_EQUAL_TO,
        Tree.Kind.GREATER_THAN,
        Tree.Kind.GREATER_THAN_EQUAL,
        Tree.Kind.LESS_THAN,
        Tree.Kind.LESS_THAN_EQUAL);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    BinaryTree comparison = (BinaryTree) tree;
    if (comparison.getLeftOperand() instanceof MethodInvocationTree call
        && Calls.nameOf(call).equals("indexOf")
        && call.getArguments().size() == 1) {
      asksFor(comparison)
          .filter(present -> isContainer(call, context))
          .ifPresent(present -> report(comparison, call, present, context));
    }
  }

  /** {@return whether the comparison is true for what is there; empty where it asks otherwise} */
  private static Optional<Boolean> asksFor(BinaryTree comparison) {
    ExpressionTree number = comparison.getRightOperand();
    if (isLiteral(number, 0)) {
      return switch (comparison.getKind()) {
        case GREATER_THAN_EQUAL -> Optional.of(true);
        case LESS_THAN -> Optional.of(false);
        default -> Optional.empty();
      };
    }
    boolean minusOne = isLiteral(number, -1);
    return switch (comparison.getKind()) {
      case GREATER_THAN, NOT_EQUAL_TO -> minusOne ? Optional.of(true) : Optional.empty();
      case EQUAL_TO, LESS_THAN_EQUAL -> minusOne ? Optional.of(false) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The parser makes one literal of a number and its sign. */
  private static boolean isLiteral(ExpressionTree expression, int value) {
    return expression instanceof LiteralTree literal
        && Integer.valueOf(value).equals(literal.getValue());
  }

  /** Chars have no {@code contains}, so that a string is only asked for strings. */
  private static boolean isContainer(MethodInvocationTree call, RuleContext context) {
    String type = Calls.receiverOf(call).flatMap(context.scopes()::typeNameOf).orElse("");
    if (LISTS.contains(type)) {
      return TypeNames.isImported("java.util", type, context);
    }
    return type.equals("String")
        && TypeNames.isOfJavaLang(type, context)
        && isString(call.getArguments().get(0), context);
  }

  private static boolean isString(ExpressionTree argument, RuleContext context) {
    return argument.getKind() == Tree.Kind.STRING_LITERAL
        || context.scopes().typeNameOf(argument).filter("String"::equals).isPresent();
  }

  private static void report(
      BinaryTree comparison, MethodInvocationTree call, boolean present, RuleContext context) {
    int start = context.file().start(comparison);
    int end = context.file().end(comparison);
    int name = context.file().end(call.getMethodSelect()) - "indexOf".length();
    int callEnd = context.file().end(call);
    String message = "use contains to ask whether it is there";
    if (context.hasComment(callEnd, end)) {
      context.report(comparison, message);
      return;
    }
    List<TextEdit> edits = new ArrayList<>();
    if (!present) {
      edits.add(TextEdit.insertion(start, "!"));
    }
    edits.add(new TextEdit(name, name + "indexOf".length(), "contains"));
    edits.add(TextEdit.deletion(callEnd, end));
    context.report(comparison, message, "Use contains", edits);
  }
}
