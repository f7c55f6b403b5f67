package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
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

/** Brackets of an array type behind the name of a variable. */
public final class CStyleArray implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("c-style-array"),
          "Array brackets behind the name",
          "The brackets belong to the type; behind the name they are easily overlooked.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("sonar:S1197", "checkstyle:ArrayTypeStyle", "errorprone:MixedArrayDimensions"));

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
    if (!(variable.getType() instanceof ArrayTypeTree array)) {
      return;
    }
    Tree element = elementOf(array);
    int from = context.file().end(element);
    if (from >= 0 && from < context.file().end(variable)) {
      List<Token> tokens =
          Lexer.tokens(context.file().text(), from, context.file().end(variable)).stream()
              .filter(token -> !token.isComment())
              .toList();
      check(variable, from, tokens, context);
    }
  }

  private static Tree elementOf(ArrayTypeTree array) {
    Tree element = array;
    while (element instanceof ArrayTypeTree outer) {
      element = outer.getType();
    }
    return element;
  }

  private static void check(
      VariableTree variable, int typeEnd, List<Token> tokens, RuleContext context) {
    String text = context.file().text();
    int name = 0;
    while (name < tokens.size() && !tokens.get(name).is(text, variable.getName().toString())) {
      name++;
    }
    int behind = name + 1;
    while (behind < tokens.size() && isBracket(tokens.get(behind), text)) {
      behind++;
    }
    if (behind > name + 1 && behind <= tokens.size()) {
      int typeStop = name == 0 ? typeEnd : tokens.get(name - 1).end();
      report(variable, typeStop, tokens.get(name), tokens.get(behind - 1), context);
    }
  }

  private static boolean isBracket(Token token, String text) {
    return token.is(text, "[") || token.is(text, "]");
  }

  private static void report(
      VariableTree variable, int typeEnd, Token name, Token last, RuleContext context) {
    String message = "the brackets of '" + variable.getName() + "' belong to its type";
    boolean plain =
        Declarators.isAlone(variable, context) && !context.hasComment(typeEnd, last.end());
    if (plain) {
      context.report(
          name.start(),
          last.end(),
          message,
          "Move the brackets to the type",
          edits(typeEnd, name, last, context.file().text()));
    } else {
      context.report(name.start(), last.end(), message);
    }
  }

  private static List<TextEdit> edits(int typeEnd, Token name, Token last, String text) {
    String brackets = text.substring(name.end(), last.end()).replaceAll("\\s", "");
    return List.of(
        TextEdit.insertion(typeEnd, brackets), TextEdit.deletion(name.end(), last.end()));
  }
}
