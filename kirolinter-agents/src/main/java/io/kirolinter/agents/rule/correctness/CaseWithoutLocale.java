package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.rule.TypeNames;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.JavaLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A text whose case is changed as the default locale says. */
public final class CaseWithoutLocale implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("case-without-locale"),
          "Case changed by the rules of the machine",
          "On a machine set to Turkish TITLE becomes another word, and names no longer match.",
          Category.CORRECTNESS,
          Severity.LOW,
          FixLevel.UNSAFE,
          List.of(
              "cwe-474",
              "pmd:UseLocaleWithCaseConversions",
              "errorprone:StringCaseLocaleUsage",
              "sonar:S1449",
              "spotbugs:DM_CONVERT_CASE"));

  /** Calls whose name leaves little doubt that a string comes back. */
  private static final Set<String> GIVING_STRINGS =
      Set.of(
          "toString",
          "trim",
          "strip",
          "substring",
          "replace",
          "name",
          "getName",
          "getSimpleName",
          "getProperty",
          "valueOf",
          "readLine");

  private static final Set<String> CHANGING = Set.of("toLowerCase", "toUpperCase");

  private static final Pattern ABOUT_CASE = Pattern.compile("(?i)(upper|lower)_?case|capitali");

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
    return CHANGING;
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    boolean changes =
        call.getArguments().isEmpty()
            && CHANGING.contains(Calls.nameOf(call))
            && Calls.receiverOf(call).filter(one -> mayBeString(one, context)).isPresent()
            && !isAboutCase(context);
    if (changes) {
      TextEdit locale =
          TextEdit.insertion(
              context.file().end(call) - 1,
              TypeNames.inCode("java.util", "Locale", context) + ".ROOT");
      context.report(
          call,
          "'" + Calls.nameOf(call) + "' without a locale depends on the machine",
          context.fix("Use the root locale", List.of(locale)).needing(JavaLevel.of(6)));
    }
  }

  /** A function such as {@code capitalize} says itself which locale it follows. */
  private static boolean isAboutCase(RuleContext context) {
    return context
        .enclosing(MethodTree.class)
        .filter(method -> ABOUT_CASE.matcher(method.getName()).find())
        .isPresent();
  }

  private static boolean mayBeString(ExpressionTree receiver, RuleContext context) {
    ExpressionTree inner = Expressions.inner(receiver);
    if (inner instanceof MethodInvocationTree call) {
      return GIVING_STRINGS.contains(Calls.nameOf(call));
    }
    return Expressions.stringIn(inner).isPresent()
        || context.scopes().typeNameOf(inner).filter("String"::equals).isPresent();
  }
}
