package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.Deletions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Set;

/**
 * A semicolon that ends nothing: among statements, behind a member of a class, behind a type. The
 * body of a loop or a condition is another matter and is left alone.
 */
public final class EmptyStatement implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("empty-statement"),
          "Needless semicolon",
          "The semicolon does nothing; it is mostly left over from an edit.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:UnnecessarySemicolon", "sonar:S1116", "checkstyle:EmptyStatement"));

  private static final Set<Tree.Kind> HOLDERS =
      Set.of(Tree.Kind.BLOCK, Tree.Kind.CASE, Tree.Kind.COMPILATION_UNIT);

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(
        Tree.Kind.EMPTY_STATEMENT,
        Tree.Kind.CLASS,
        Tree.Kind.INTERFACE,
        Tree.Kind.ANNOTATION_TYPE,
        Tree.Kind.ENUM,
        Tree.Kind.RECORD);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    if (tree instanceof ClassTree type) {
      type.getMembers().forEach(member -> checkBehind(member, type, context));
    } else if (context.parent().filter(one -> HOLDERS.contains(one.getKind())).isPresent()) {
      report(context.file().start(tree), context);
    }
  }

  private static void checkBehind(Tree member, ClassTree type, RuleContext context) {
    String text = context.file().text();
    int end = context.file().end(member);
    boolean ended =
        context.file().isWritten(member)
            && end > 0
            && end < context.file().end(type)
            && "};".indexOf(text.charAt(end - 1)) >= 0
            && !isConstant(member, type);
    int next = ended ? afterBlanksAndComments(end, context) : -1;
    while (next >= 0 && text.startsWith(";", next)) {
      report(next, context);
      next = afterBlanksAndComments(next + 1, context);
    }
  }

  /** The constants of an enum are ended by a semicolon, and may themselves end with a brace. */
  private static boolean isConstant(Tree member, ClassTree type) {
    return type.getKind() == Tree.Kind.ENUM
        && member instanceof VariableTree variable
        && variable.getInitializer() instanceof NewClassTree creation
        && creation.getIdentifier() instanceof IdentifierTree name
        && name.getName().equals(type.getSimpleName());
  }

  private static int afterBlanksAndComments(int from, RuleContext context) {
    String text = context.file().text();
    int at = from;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("//", at)) {
        at = context.file().lines().endOf(context.file().lines().lineOf(at));
      } else if (text.startsWith("/*", at)) {
        int close = text.indexOf("*/", at + 2);
        at = close < 0 ? text.length() : close + 2;
      } else {
        return at;
      }
    }
    return -1;
  }

  private static void report(int semicolon, RuleContext context) {
    context.report(
        semicolon,
        semicolon + 1,
        "this semicolon does nothing",
        "Remove the semicolon",
        List.of(Deletions.ofWholeLines(context.file(), semicolon, semicolon + 1)));
  }
}
