package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.rule.TypeNames;
import java.util.Optional;
import java.util.Set;

/** Calls that take a text for a regular expression. */
final class RegexCall {

  private static final Set<String> CUTTING =
      Set.of("split", "replaceAll", "replaceFirst", "matches");

  /** The methods that take a regular expression. */
  static final Set<String> NAMES =
      Set.of("split", "replaceAll", "replaceFirst", "matches", "compile");

  /** Calls whose name leaves little doubt that a string comes back. */
  private static final Set<String> GIVING_STRINGS =
      Set.of(
          "toString",
          "trim",
          "strip",
          "substring",
          "toLowerCase",
          "toUpperCase",
          "replace",
          "readLine",
          "nextLine",
          "valueOf",
          "concat",
          "getName",
          "getProperty");

  private RegexCall() {}

  /** {@return the literal that {@code Pattern.compile} or a method of a string is given} */
  static Optional<ExpressionTree> patternOf(MethodInvocationTree call, RuleContext context) {
    if (call.getArguments().isEmpty() || !isRegexCall(call, context)) {
      return Optional.empty();
    }
    ExpressionTree pattern = Expressions.inner(call.getArguments().get(0));
    return Optional.of(pattern)
        .filter(one -> Expressions.stringIn(one).isPresent())
        .filter(context.file()::isWritten);
  }

  private static boolean isRegexCall(MethodInvocationTree call, RuleContext context) {
    int arguments = call.getArguments().size();
    if (Calls.isStatic(call, "Pattern", "compile")) {
      return arguments == 1 && TypeNames.isImported("java.util.regex", "Pattern", context);
    }
    return CUTTING.contains(Calls.nameOf(call))
        && arguments == (Calls.nameOf(call).startsWith("replace") ? 2 : 1)
        && Calls.receiverOf(call).filter(one -> isString(one, context)).isPresent();
  }

  private static boolean isString(ExpressionTree receiver, RuleContext context) {
    ExpressionTree inner = Expressions.inner(receiver);
    if (inner instanceof MethodInvocationTree made) {
      return GIVING_STRINGS.contains(Calls.nameOf(made));
    }
    return Expressions.stringIn(inner).isPresent()
        || context.scopes().typeNameOf(inner).filter("String"::equals).isPresent();
  }
}
