package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.DeclaredNames;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Lexer;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Set;

/** A method of more than a hundred lines of code; blank lines and comments do not count. */
public final class LongMethod implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("long-method"),
          "Long method",
          "Nobody keeps all of such a method in mind while changing a part of it.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.NONE,
          List.of("sonar:S138", "pmd:NcssCount", "checkstyle:MethodLength"));

  private static final int LIMIT = 100;

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
    BlockTree body = ((MethodTree) tree).getBody();
    if (body != null && context.file().isWritten(body) && spans(body, context) > LIMIT) {
      int lines = linesOfCode(body, context);
      if (lines > LIMIT) {
        report((MethodTree) tree, lines, context);
      }
    }
  }

  private static int spans(BlockTree body, RuleContext context) {
    return context.file().lines().lineOf(context.file().end(body) - 1)
        - context.file().lines().lineOf(context.file().start(body))
        + 1;
  }

  private static int linesOfCode(BlockTree body, RuleContext context) {
    String text = context.file().text();
    return (int)
        Lexer.tokens(text, context.file().start(body), context.file().end(body)).stream()
            .filter(token -> !token.isComment())
            .mapToInt(token -> context.file().lines().lineOf(token.start()))
            .distinct()
            .count();
  }

  private static void report(MethodTree method, int lines, RuleContext context) {
    DeclaredNames.of(method, context.file())
        .ifPresent(
            at ->
                context.report(
                    at.start(),
                    at.end(),
                    "%d lines of code are more than %d".formatted(lines, LIMIT)));
  }
}
