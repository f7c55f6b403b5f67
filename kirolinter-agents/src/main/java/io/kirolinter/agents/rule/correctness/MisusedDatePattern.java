package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Scopes;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A date pattern with {@code YYYY} and no week, or with a month and {@code DD}. */
public final class MisusedDatePattern implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("misused-date-pattern"),
          "Week year or day of year in a date",
          "In the last days of December the year is already the next one, and DD counts from January.",
          Category.CORRECTNESS,
          Severity.HIGH,
          FixLevel.UNSAFE,
          List.of(
              "cwe-682",
              "errorprone:MisusedWeekYear",
              "errorprone:MisusedDayOfYear",
              "sonar:S3986"));

  private static final Set<String> MAKING = Set.of("ofPattern", "appendPattern");

  private static final Pattern QUOTED = Pattern.compile("'[^']*'");

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
    return Set.of("SimpleDateFormat", "ofPattern", "appendPattern");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    patternOf(tree)
        .filter(context.file()::isWritten)
        .ifPresent(
            literal ->
                Expressions.stringIn(literal)
                    .flatMap(MisusedDatePattern::mistakeIn)
                    .ifPresent(mistake -> report(literal, mistake, context)));
  }

  private static Optional<ExpressionTree> patternOf(Tree tree) {
    if (tree instanceof NewClassTree made) {
      return Scopes.simpleName(made.getIdentifier()).filter("SimpleDateFormat"::equals).isPresent()
          ? firstOf(made.getArguments())
          : Optional.empty();
    }
    MethodInvocationTree call = (MethodInvocationTree) tree;
    return MAKING.contains(Calls.nameOf(call)) ? firstOf(call.getArguments()) : Optional.empty();
  }

  private static Optional<ExpressionTree> firstOf(List<? extends ExpressionTree> arguments) {
    return arguments.isEmpty()
        ? Optional.empty()
        : Optional.of(Expressions.inner(arguments.get(0)));
  }

  /** {@return the letter that is used for another one} */
  private static Optional<Character> mistakeIn(String pattern) {
    String letters = QUOTED.matcher(pattern).replaceAll("");
    boolean month = letters.contains("M") || letters.contains("L");
    if (month && letters.contains("YY") && !letters.contains("w") && !letters.contains("W")) {
      return Optional.of('Y');
    }
    return month && letters.contains("DD") && !letters.contains("d")
        ? Optional.of('D')
        : Optional.empty();
  }

  private static void report(ExpressionTree literal, char mistake, RuleContext context) {
    String message =
        mistake == 'Y'
            ? "'Y' is the year that the week belongs to; the date's own is 'y'"
            : "'D' is the day of the year; the day of the month is 'd'";
    String text = context.textOf(literal);
    if (text.contains("\\") || text.contains("'")) {
      context.report(literal, message);
      return;
    }
    String right = text.replace(mistake, Character.toLowerCase(mistake));
    int start = context.file().start(literal);
    TextEdit edit = new TextEdit(start, context.file().end(literal), right);
    context.report(literal, message, "Use the letter for the date", List.of(edit));
  }
}
