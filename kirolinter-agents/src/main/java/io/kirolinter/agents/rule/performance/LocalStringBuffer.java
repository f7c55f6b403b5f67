package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.rule.TypeNames;
import io.kirolinter.agents.syntax.Scopes.VariableKind;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A local {@code StringBuffer} of which no other code can get hold. */
public final class LocalStringBuffer implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("local-string-buffer"),
          "StringBuffer that stays local",
          "A StringBuffer locks in every call, though no other thread can reach this one.",
          Category.PERFORMANCE,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("sonar:S1149", "errorprone:JdkObsolete"));

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
    if (!isNamed(variable.getType(), "StringBuffer")
        || !(variable.getInitializer() instanceof NewClassTree creation)
        || !isNamed(creation.getIdentifier(), "StringBuffer")
        || creation.getClassBody() != null) {
      return;
    }
    if (isLocal(variable, context) && staysInside(variable, context)) {
      report(variable, creation, context);
    }
  }

  private static boolean isNamed(@Nullable Tree type, String name) {
    return type instanceof IdentifierTree identifier && identifier.getName().contentEquals(name);
  }

  private static boolean isLocal(VariableTree variable, RuleContext context) {
    return context.scopes().kindOf(variable).filter(kind -> kind == VariableKind.LOCAL).isPresent()
        && context.parent().filter(BlockTree.class::isInstance).isPresent()
        && TypeNames.isOfJavaLang("StringBuffer", context)
        && TypeNames.isOfJavaLang("StringBuilder", context);
  }

  private static boolean staysInside(VariableTree variable, RuleContext context) {
    BlockTree block = (BlockTree) context.parent().orElseThrow();
    boolean alone =
        block.getStatements().stream()
            .filter(VariableTree.class::isInstance)
            .map(VariableTree.class::cast)
            .noneMatch(other -> other != variable && sharesType(other, variable, context));
    return alone && BufferUses.areAllInside(variable, block, context.scopes());
  }

  private static boolean sharesType(VariableTree one, VariableTree other, RuleContext context) {
    return one.getType() != null
        && context.file().start(one.getType()) == context.file().start(other.getType());
  }

  private static void report(VariableTree variable, NewClassTree creation, RuleContext context) {
    context.report(
        variable,
        "'" + variable.getName() + "' never leaves the method; use a StringBuilder",
        "Use a StringBuilder",
        List.of(edit(variable.getType(), context), edit(creation.getIdentifier(), context)));
  }

  private static TextEdit edit(Tree type, RuleContext context) {
    return new TextEdit(context.file().start(type), context.file().end(type), "StringBuilder");
  }
}
