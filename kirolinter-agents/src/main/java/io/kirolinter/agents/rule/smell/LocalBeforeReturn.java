package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.DeclaredNames;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.agents.syntax.Token;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A local variable that is returned by the next statement, of the type that the method returns. */
public final class LocalBeforeReturn implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("local-before-return"),
          "Local variable only to return it",
          "The value can be returned as it is; the name of the method says what it is.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:VariableCanBeInlined", "pmd:UnnecessaryLocalBeforeReturn", "sonar:S1488"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.RETURN);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    if (((ReturnTree) tree).getExpression() instanceof IdentifierTree name
        && context.parent().orElseThrow() instanceof BlockTree block) {
      int index = block.getStatements().indexOf(tree);
      if (index > 0
          && block.getStatements().get(index - 1) instanceof VariableTree variable
          && variable.getName().equals(name.getName())
          && isNeedless(variable, context)) {
        report(variable, tree, context);
      }
    }
  }

  private static boolean isNeedless(VariableTree variable, RuleContext context) {
    ExpressionTree value = variable.getInitializer();
    boolean bareElements = value instanceof NewArrayTree array && array.getType() == null;
    return value != null
        && !bareElements
        && variable.getModifiers().getAnnotations().isEmpty()
        && Declarators.isAlone(variable, context)
        && methodAround(context).filter(one -> returns(one, variable, context)).isPresent();
  }

  /** {@return the method that is returned from; a lambda has no written type} */
  private static Optional<MethodTree> methodAround(RuleContext context) {
    for (int i = 1; context.ancestor(i).isPresent(); i++) {
      Tree around = context.ancestor(i).orElseThrow();
      if (around instanceof MethodTree method) {
        return Optional.of(method);
      }
      if (around instanceof LambdaExpressionTree) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean returns(MethodTree method, VariableTree variable, RuleContext context) {
    Tree result = method.getReturnType();
    Tree type = variable.getType();
    return result != null
        && type != null
        && context.file().isWritten(type)
        && Expressions.wordsOf(context.file(), type)
            .equals(Expressions.wordsOf(context.file(), result));
  }

  private static void report(VariableTree variable, Tree end, RuleContext context) {
    SyntaxTree file = context.file();
    int start = file.start(variable);
    int from = file.start(variable.getInitializer());
    int to = file.end(variable.getInitializer());
    Token name =
        DeclaredNames.of(variable, file).orElse(new Token(Token.Kind.WORD, start, start + 1));
    String message = "return the value instead of naming it '" + variable.getName() + "' first";
    if (context.hasComment(start, from) || context.hasComment(to, file.end(end))) {
      context.report(name.start(), name.end(), message);
    } else {
      context.report(
          name.start(),
          name.end(),
          message,
          "Return the value",
          List.of(new TextEdit(start, from, "return "), new TextEdit(to, file.end(end), ";")));
    }
  }
}
