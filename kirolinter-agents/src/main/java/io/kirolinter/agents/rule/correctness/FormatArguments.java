package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A format that asks for more, fewer or other values than it is given. */
public final class FormatArguments implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("format-arguments"),
          "Format and its values do not fit",
          "The call fails when it runs, or leaves a value out.",
          Category.CORRECTNESS,
          Severity.HIGH,
          FixLevel.NONE,
          List.of(
              "cwe-628",
              "cwe-685",
              "errorprone:FormatString",
              "sonar:S2275",
              "sonar:S3457",
              "spotbugs:VA_FORMAT_STRING_MISSING_ARGUMENT"));

  private static final Set<String> FORMATTING = Set.of("format", "printf", "formatted");

  private static final Set<String> PRINTERS =
      Set.of("PrintStream", "PrintWriter", "Formatter", "System.out", "System.err");

  private static final Set<String> WHOLE_NUMBERS = Set.of("int", "long", "short", "byte");

  private static final Set<String> NO_NUMBERS = Set.of("String", "boolean", "char", "CharSequence");

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
    return FORMATTING;
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    if (FORMATTING.contains(Calls.nameOf(call)) && !Asserted.isAround(context)) {
      List<ExpressionTree> given = givenTo(call, context);
      if (!given.isEmpty()) {
        textOf(given.get(0)).ifPresent(format -> check(format, given, context));
      }
    }
  }

  /** {@return the format and its values; empty for other calls} */
  private static List<ExpressionTree> givenTo(MethodInvocationTree call, RuleContext context) {
    List<ExpressionTree> given = new ArrayList<>(call.getArguments());
    ExpressionTree receiver = Calls.receiverOf(call).orElse(null);
    if (receiver == null) {
      return List.of();
    }
    if (Calls.nameOf(call).equals("formatted")) {
      given.add(0, receiver);
      return given;
    }
    if (!Calls.isStatic(call, "String", "format") && !isPrinter(receiver, context)) {
      return List.of();
    }
    return isLocale(given, context) ? given.subList(1, given.size()) : given;
  }

  private static boolean isLocale(List<ExpressionTree> given, RuleContext context) {
    if (given.size() < 2) {
      return false;
    }
    ExpressionTree first = Expressions.inner(given.get(0));
    return first.getKind() == Tree.Kind.NULL_LITERAL
        || first.toString().contains("Locale.")
        || context.scopes().typeNameOf(first).filter("Locale"::equals).isPresent();
  }

  private static boolean isPrinter(ExpressionTree receiver, RuleContext context) {
    return PRINTERS.contains(receiver.toString())
        || context.scopes().typeNameOf(receiver).filter(PRINTERS::contains).isPresent();
  }

  private static Optional<String> textOf(ExpressionTree format) {
    ExpressionTree inner = Expressions.inner(format);
    if (inner instanceof BinaryTree chain && chain.getKind() == Tree.Kind.PLUS) {
      List<Optional<String>> parts =
          Expressions.operandsOf(chain).stream().map(Expressions::stringIn).toList();
      return parts.stream().allMatch(Optional::isPresent)
          ? Optional.of(parts.stream().map(Optional::get).collect(Collectors.joining()))
          : Optional.empty();
    }
    return Expressions.stringIn(inner);
  }

  private static void check(String text, List<ExpressionTree> given, RuleContext context) {
    ExpressionTree at = given.get(0);
    FormatText format = FormatText.of(text);
    List<ExpressionTree> values = given.subList(1, given.size());
    if (!format.problem().isEmpty()) {
      context.report(at, format.problem());
    } else if (!mayBeArray(values, context)) {
      int asked = format.conversions().length();
      if (asked != values.size()) {
        context.report(at, "the format asks for " + asked + " values and gets " + values.size());
      } else {
        checkTypes(format, values, context);
      }
    }
  }

  /** A lone value may be an array that holds all the values. */
  private static boolean mayBeArray(List<ExpressionTree> values, RuleContext context) {
    if (values.size() != 1) {
      return false;
    }
    ExpressionTree lone = Expressions.inner(values.get(0));
    return !(lone instanceof LiteralTree || lone instanceof BinaryTree)
        && context.scopes().typeNameOf(lone).filter(type -> !type.endsWith("[]")).isEmpty();
  }

  private static void checkTypes(
      FormatText format, List<ExpressionTree> values, RuleContext context) {
    for (int i = 0; i < values.size(); i++) {
      ExpressionTree value = values.get(i);
      char letter = format.conversions().charAt(i);
      String type = typeOf(value, context);
      boolean fails =
          ("doxX".indexOf(letter) >= 0 && (isFloating(type) || NO_NUMBERS.contains(type)))
              || ("eEfgGaA".indexOf(letter) >= 0
                  && (WHOLE_NUMBERS.contains(type) || NO_NUMBERS.contains(type)));
      if (fails && context.file().isWritten(value)) {
        context.report(value, "'%" + letter + "' cannot show a value of type " + type);
      }
    }
  }

  private static boolean isFloating(String type) {
    return type.equals("double") || type.equals("float");
  }

  private static String typeOf(ExpressionTree value, RuleContext context) {
    ExpressionTree inner = Expressions.inner(value);
    if (inner instanceof LiteralTree literal && literal.getValue() != null) {
      return switch (literal.getKind()) {
        case STRING_LITERAL -> "String";
        case INT_LITERAL -> "int";
        case LONG_LITERAL -> "long";
        case DOUBLE_LITERAL, FLOAT_LITERAL -> "double";
        case BOOLEAN_LITERAL -> "boolean";
        default -> "char";
      };
    }
    return context.scopes().typeNameOf(inner).orElse("");
  }
}
