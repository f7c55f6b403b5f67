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
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.JavaLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code size() == 0} or its like on a collection or string that this file declares. */
public final class SizeComparedToZero implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("size-compared-to-zero"),
          "Size compared to zero",
          "isEmpty says what is asked, and is never slower than counting.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:UseCollectionIsEmpty", "sonar:S1155", "sonar:S7158"));

  private static final Set<String> COLLECTIONS =
      Set.of(
          "Collection",
          "List",
          "ArrayList",
          "LinkedList",
          "Vector",
          "Stack",
          "Set",
          "HashSet",
          "LinkedHashSet",
          "TreeSet",
          "SortedSet",
          "NavigableSet",
          "EnumSet",
          "BitSet",
          "Queue",
          "Deque",
          "ArrayDeque",
          "PriorityQueue",
          "Map",
          "HashMap",
          "LinkedHashMap",
          "TreeMap",
          "SortedMap",
          "NavigableMap",
          "EnumMap",
          "WeakHashMap",
          "IdentityHashMap",
          "Hashtable",
          "Properties");

  /** What a comparison of a size with a number asks, in the order size, operator, number. */
  private enum Question {
    IS_EMPTY,
    IS_NOT_EMPTY
  }

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
    if (comparison.getRightOperand() instanceof LiteralTree number) {
      check(comparison, comparison.getLeftOperand(), tree.getKind(), number, context);
    } else if (comparison.getLeftOperand() instanceof LiteralTree number) {
      check(comparison, comparison.getRightOperand(), mirrored(tree.getKind()), number, context);
    }
  }

  private static Tree.Kind mirrored(Tree.Kind operator) {
    return switch (operator) {
      case GREATER_THAN -> Tree.Kind.LESS_THAN;
      case GREATER_THAN_EQUAL -> Tree.Kind.LESS_THAN_EQUAL;
      case LESS_THAN -> Tree.Kind.GREATER_THAN;
      case LESS_THAN_EQUAL -> Tree.Kind.GREATER_THAN_EQUAL;
      default -> operator;
    };
  }

  private static void check(
      BinaryTree comparison,
      ExpressionTree size,
      Tree.Kind operator,
      LiteralTree number,
      RuleContext context) {
    Optional<Question> question = questionOf(operator, number.getValue());
    if (question.isPresent() && size instanceof MethodInvocationTree call) {
      Calls.receiverOf(call)
          .filter(receiver -> isCounted(call, receiver, context))
          .ifPresent(receiver -> report(comparison, receiver, question.get(), context));
    }
  }

  private static Optional<Question> questionOf(Tree.Kind operator, Object number) {
    if (Integer.valueOf(0).equals(number)) {
      return switch (operator) {
        case EQUAL_TO, LESS_THAN_EQUAL -> Optional.of(Question.IS_EMPTY);
        case NOT_EQUAL_TO, GREATER_THAN -> Optional.of(Question.IS_NOT_EMPTY);
        default -> Optional.empty();
      };
    }
    if (Integer.valueOf(1).equals(number)) {
      return switch (operator) {
        case LESS_THAN -> Optional.of(Question.IS_EMPTY);
        case GREATER_THAN_EQUAL -> Optional.of(Question.IS_NOT_EMPTY);
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  private static boolean isCounted(
      MethodInvocationTree call, ExpressionTree receiver, RuleContext context) {
    String method = Calls.nameOf(call);
    boolean counts = method.equals("size") || method.equals("length");
    if (!counts || !call.getArguments().isEmpty()) {
      return false;
    }
    String type = context.scopes().typeNameOf(receiver).orElse("");
    return method.equals("length")
        ? type.equals("String") && TypeNames.isOfJavaLang(type, context)
        : COLLECTIONS.contains(type) && TypeNames.isImported("java.util", type, context);
  }

  private static void report(
      BinaryTree comparison, ExpressionTree receiver, Question question, RuleContext context) {
    String not = question == Question.IS_EMPTY ? "" : "!";
    String better = not + context.textOf(receiver) + ".isEmpty()";
    String message = "use " + better;
    int start = context.file().start(comparison);
    int end = context.file().end(comparison);
    if (context.hasComment(start, end)) {
      context.report(comparison, message);
    } else {
      Fix fix = context.fix("Use isEmpty", List.of(new TextEdit(start, end, better)));
      boolean isString = context.scopes().typeNameOf(receiver).filter("String"::equals).isPresent();
      context.report(comparison, message, isString ? fix.needing(JavaLevel.of(6)) : fix);
    }
  }
}
