package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
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
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/** A class that overrides {@code finalize()}. */
public final class Finalizer implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("finalizer"),
          "Finalizer of a class",
          "Objects with a finalizer outlive two collections, slow both down, and are not sure to be cleaned at all.",
          Category.PERFORMANCE,
          Severity.MEDIUM,
          FixLevel.NONE,
          List.of("sonar:S1113", "errorprone:Finalize"));

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
    boolean overrides =
        method.getName().contentEquals("finalize")
            && method.getParameters().isEmpty()
            && method.getReturnType() instanceof PrimitiveTypeTree result
            && result.getPrimitiveTypeKind() == TypeKind.VOID
            && !method.getModifiers().getFlags().contains(Modifier.STATIC);
    if (overrides && !preventsAttack(method)) {
      DeclaredNames.of(method, context.file())
          .ifPresent(
              name ->
                  context.report(
                      name.start(),
                      name.end(),
                      "finalizers are late, slow and deprecated; close resources or use a Cleaner"));
    }
  }

  /** An empty final one keeps subclasses from having any, and costs nothing. */
  private static boolean preventsAttack(MethodTree method) {
    return method.getModifiers().getFlags().contains(Modifier.FINAL)
        && method.getBody() != null
        && method.getBody().getStatements().isEmpty();
  }
}
