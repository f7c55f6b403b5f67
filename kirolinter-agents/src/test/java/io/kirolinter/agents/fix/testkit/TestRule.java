package io.kirolinter.agents.fix.testkit;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** A rule made of a lambda. */
public record TestRule(
    String id, FixLevel level, Tree.Kind kind, BiConsumer<Tree, RuleContext> checking)
    implements JavaRule {

  /** {@return a rule that wants a name to be another text, safely} */
  public static TestRule replacing(String id, String name, String replacement) {
    return replacing(id, FixLevel.SAFE, name, replacement);
  }

  public static TestRule replacing(String id, FixLevel level, String name, String replacement) {
    return new TestRule(
        id,
        level,
        Tree.Kind.IDENTIFIER,
        (tree, context) -> {
          if (((IdentifierTree) tree).getName().contentEquals(name)) {
            int start = context.file().start(tree);
            int end = context.file().end(tree);
            context.report(
                tree,
                "'" + name + "' is out of fashion",
                "Replace " + name,
                List.of(new TextEdit(start, end, replacement)));
          }
        });
  }

  /** {@return a rule that finds a name and has no fix} */
  public static TestRule finding(String id, String name) {
    return new TestRule(
        id,
        FixLevel.NONE,
        Tree.Kind.IDENTIFIER,
        (tree, context) -> {
          if (((IdentifierTree) tree).getName().contentEquals(name)) {
            context.report(tree, "'" + name + "' is bad");
          }
        });
  }

  /** {@return a rule that flags a number and fixes it by edits elsewhere, too} */
  public static TestRule onNumber(String id, int number, BiConsumer<Tree, RuleContext> report) {
    return new TestRule(
        id,
        FixLevel.SAFE,
        Tree.Kind.INT_LITERAL,
        (tree, context) -> {
          if (((LiteralTree) tree).getValue().equals(number)) {
            report.accept(tree, context);
          }
        });
  }

  @Override
  public Rule about() {
    return new Rule(
        RuleId.of(id),
        "Rule " + id,
        "A rule of the tests.",
        Category.CODE_SMELL,
        Severity.LOW,
        level,
        List.of());
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(kind);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    checking.accept(tree, context);
  }
}
