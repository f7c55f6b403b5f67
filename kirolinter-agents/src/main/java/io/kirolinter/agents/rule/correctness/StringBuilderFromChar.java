package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
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
import java.util.Set;

/** A string builder that takes the char it is given for a capacity. */
public final class StringBuilderFromChar implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("string-builder-from-char"),
          "String builder made from a char",
          "The char is taken for a capacity, and does not become part of the text.",
          Category.CORRECTNESS,
          Severity.HIGH,
          FixLevel.UNSAFE,
          List.of(
              "cwe-628",
              "pmd:StringBufferInstantiationWithChar",
              "errorprone:StringBuilderInitWithChar",
              "sonar:S1317"));

  private static final Set<String> BUILDERS = Set.of("StringBuilder", "StringBuffer");

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
    return BUILDERS;
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    NewClassTree made = (NewClassTree) tree;
    boolean builder =
        made.getArguments().size() == 1
            && Scopes.simpleName(made.getIdentifier()).filter(BUILDERS::contains).isPresent();
    if (builder) {
      checkCapacity(made, Expressions.inner(made.getArguments().get(0)), context);
    }
  }

  private static void checkCapacity(
      NewClassTree made, ExpressionTree capacity, RuleContext context) {
    boolean literal = capacity.getKind() == Tree.Kind.CHAR_LITERAL;
    if (!literal && context.scopes().typeNameOf(capacity).filter("char"::equals).isEmpty()) {
      return;
    }
    String written = context.textOf(capacity);
    String text = literal ? asString(written) : "String.valueOf(" + written + ")";
    TextEdit edit =
        new TextEdit(context.file().start(capacity), context.file().end(capacity), text);
    context.report(
        made, "the char is taken for a capacity, not for text", "Pass a string", List.of(edit));
  }

  private static String asString(String literal) {
    String inner = literal.substring(1, literal.length() - 1);
    if (inner.startsWith("\\u")) {
      return "String.valueOf(" + literal + ")"; // it may stand for a quote
    }
    return inner.equals("\"") ? "\"\\\"\"" : "\"" + inner + "\"";
  }
}
