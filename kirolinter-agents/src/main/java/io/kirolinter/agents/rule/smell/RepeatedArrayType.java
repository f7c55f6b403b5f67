package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Lexer;
import io.kirolinter.agents.syntax.Token;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code int[] a = new int[] {1}}, where {@code {1}} alone is enough. */
public final class RepeatedArrayType implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("repeated-array-type"),
          "Repeated array type",
          "The variable says already of which type the array is.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:UseShortArrayInitializer"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.VARIABLE);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    VariableTree variable = (VariableTree) tree;
    if (variable.getType() instanceof ArrayTypeTree type
        && variable.getInitializer() instanceof NewArrayTree creation
        && creation.getType() != null
        && creation.getInitializers() != null) {
      check(type, creation, context);
    }
  }

  private static void check(ArrayTypeTree type, NewArrayTree creation, RuleContext context) {
    String text = context.file().text();
    int start = context.file().start(creation);
    List<Token> tokens = Lexer.tokens(text, start, context.file().end(creation));
    int brace = 0;
    while (brace < tokens.size() && !tokens.get(brace).is(text, "{")) {
      brace++;
    }
    if (brace < tokens.size() && repeats(type, tokens.subList(1, brace), context)) {
      report(creation, start, tokens.get(brace).start(), context);
    }
  }

  private static boolean repeats(ArrayTypeTree type, List<Token> written, RuleContext context) {
    String again =
        written.stream()
            .filter(token -> !token.isComment())
            .map(token -> token.in(context.file().text()))
            .collect(Collectors.joining(" "));
    return again.equals(Expressions.wordsOf(context.file(), type));
  }

  private static void report(NewArrayTree creation, int start, int brace, RuleContext context) {
    String message = "the type of the array repeats that of the variable";
    if (context.hasComment(start, brace)) {
      context.report(creation, message);
    } else {
      context.report(
          creation, message, "Leave the elements alone", List.of(TextEdit.deletion(start, brace)));
    }
  }
}
