package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.DeclaredNames;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Set;

/** A method with more than {@value #LIMIT} independent paths. */
public final class HighComplexity implements JavaRule {

  private static final int LIMIT = 15;

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("high-complexity"),
          "Method with too many paths",
          "Each path wants a test and a reader's patience; so many are hardly ever all thought of.",
          Category.CODE_SMELL,
          Severity.MEDIUM,
          FixLevel.NONE,
          List.of("pmd:CyclomaticComplexity", "checkstyle:CyclomaticComplexity", "sonar:S1541"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.METHOD);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodTree method = (MethodTree) tree;
    int paths = Paths.in(method);
    if (paths > LIMIT) {
      DeclaredNames.of(method, context.file())
          .ifPresent(
              name ->
                  context.report(
                      name.start(),
                      name.end(),
                      "cyclomatic complexity of '%s' is %d, more than %d"
                          .formatted(name.in(context.file().text()), paths, LIMIT)));
    }
  }
}
