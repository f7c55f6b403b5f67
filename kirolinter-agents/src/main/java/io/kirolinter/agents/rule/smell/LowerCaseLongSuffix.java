package io.kirolinter.agents.rule.smell;

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

/** A long literal that ends with {@code l}. */
public final class LowerCaseLongSuffix implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("lower-case-long-suffix"),
          "Lower-case suffix of a long",
          "The letter l looks like the digit 1.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("errorprone:LongLiteralLowerCaseSuffix", "checkstyle:UpperEll", "sonar:S818"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.LONG_LITERAL);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    String literal = context.textOf(tree);
    if (literal.endsWith("l")) {
      int end = context.file().end(tree);
      context.report(
          tree,
          "'" + literal + "' ends with a letter that looks like the digit 1",
          "Write the suffix as L",
          List.of(new TextEdit(end - 1, end, "L")));
    }
  }
}
