package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
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

/** A copy of a string literal, of a string variable, or of nothing. */
public final class StringConstructor implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("string-constructor"),
          "Copy of a string",
          "Strings never change, so a copy only costs; it differs from the original in nothing but"
              + " identity.",
          Category.PERFORMANCE,
          Severity.LOW,
          FixLevel.UNSAFE,
          List.of("pmd:StringInstantiation", "errorprone:StringConstructor", "sonar:S2129"));

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
    return Set.of("String");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    NewClassTree creation = (NewClassTree) tree;
    boolean makesString =
        creation.getIdentifier() instanceof IdentifierTree type
            && type.getName().contentEquals("String")
            && TypeNames.isOfJavaLang("String", context);
    if (makesString) {
      originalOf(creation, context).ifPresent(original -> report(creation, original, context));
    }
  }

  /** {@return the text of what is copied; empty where the constructor does more than that} */
  private static Optional<String> originalOf(NewClassTree creation, RuleContext context) {
    List<? extends ExpressionTree> arguments = creation.getArguments();
    if (arguments.isEmpty()) {
      return Optional.of("\"\"");
    }
    boolean copies =
        arguments.size() == 1
            && (arguments.get(0).getKind() == Tree.Kind.STRING_LITERAL
                || isStringVariable(arguments.get(0), context));
    return copies ? Optional.of(context.textOf(arguments.get(0))) : Optional.empty();
  }

  private static boolean isStringVariable(ExpressionTree argument, RuleContext context) {
    return context.scopes().declarationOf(argument).isPresent()
        && context.scopes().typeNameOf(argument).filter("String"::equals).isPresent();
  }

  private static void report(NewClassTree creation, String original, RuleContext context) {
    int start = context.file().start(creation);
    int end = context.file().end(creation);
    boolean isStatement =
        context.parent().filter(ExpressionStatementTree.class::isInstance).isPresent();
    String message = "this copy of a string is no better than the original";
    if (isStatement || context.hasComment(start, end)) {
      context.report(creation, message);
    } else {
      TextEdit edit = new TextEdit(start, end, original);
      context.report(creation, message, "Use the string itself", List.of(edit));
    }
  }
}
