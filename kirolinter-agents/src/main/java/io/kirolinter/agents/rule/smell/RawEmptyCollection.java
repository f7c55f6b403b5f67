package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.rule.TypeNames;
import io.kirolinter.agents.syntax.Scopes;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Set;

/** {@code Collections.EMPTY_LIST}, {@code EMPTY_MAP} or {@code EMPTY_SET}. */
public final class RawEmptyCollection implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("raw-empty-collection"),
          "Raw empty collection",
          "The constant has no element type, so that the compiler cannot check its use.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("sonar:S1596"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.MEMBER_SELECT);
  }

  @Override
  public Set<String> names() {
    return Set.of("EMPTY_LIST", "EMPTY_MAP", "EMPTY_SET");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MemberSelectTree constant = (MemberSelectTree) tree;
    String typed = typedOf(constant.getIdentifier().toString());
    boolean ofTheJdk =
        !typed.isEmpty()
            && constant.getExpression() instanceof IdentifierTree type
            && type.getName().contentEquals("Collections")
            && TypeNames.isImported("java.util", "Collections", context);
    if (ofTheJdk) {
      report(constant, typed, context);
    }
  }

  private static String typedOf(String constant) {
    return switch (constant) {
      case "EMPTY_LIST" -> "emptyList()";
      case "EMPTY_MAP" -> "emptyMap()";
      case "EMPTY_SET" -> "emptySet()";
      default -> "";
    };
  }

  private static void report(MemberSelectTree constant, String typed, RuleContext context) {
    String message = "use Collections." + typed + ", which has an element type";
    if (hasTarget(context)) {
      int end = context.file().end(constant);
      int start = end - constant.getIdentifier().length();
      context.report(constant, message, "Use " + typed, List.of(new TextEdit(start, end, typed)));
    } else {
      context.report(constant, message);
    }
  }

  /** Elsewhere the type may be inferred otherwise, or an overload chosen. */
  private static boolean hasTarget(RuleContext context) {
    Tree around = context.parent().orElseThrow();
    if (around instanceof VariableTree variable) {
      return variable.getType() != null
          && Scopes.simpleName(variable.getType()).filter("var"::equals).isEmpty();
    }
    return around instanceof AssignmentTree
        || (around instanceof ReturnTree
            && context.enclosing(LambdaExpressionTree.class).isEmpty());
  }
}
