package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.DeclaredNames;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Scopes;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A method that takes more than seven parameters, or a constructor that takes more than ten. */
public final class TooManyParameters implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("too-many-parameters"),
          "Too many parameters",
          "Nobody can tell the arguments of such a call apart, and two of a type are soon swapped.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.NONE,
          List.of("sonar:S107", "pmd:ExcessiveParameterList", "checkstyle:ParameterNumber"));

  private static final int OF_METHOD = 7;
  private static final int OF_CONSTRUCTOR = 10;

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
    int count = method.getParameters().size();
    int limit = method.getReturnType() == null ? OF_CONSTRUCTOR : OF_METHOD;
    if (count > limit && !isOfRecord(method, context) && !isOverriding(method)) {
      DeclaredNames.of(method, context.file())
          .ifPresent(
              at ->
                  context.report(
                      at.start(),
                      at.end(),
                      "%d parameters are more than %d".formatted(count, limit)));
    }
  }

  private static boolean isOfRecord(MethodTree method, RuleContext context) {
    return method.getReturnType() == null
        && context.parent().filter(one -> one.getKind() == Tree.Kind.RECORD).isPresent();
  }

  /** Whoever overrides did not choose the parameters. */
  private static boolean isOverriding(MethodTree method) {
    return method.getModifiers().getAnnotations().stream()
        .map(one -> Scopes.simpleName(one.getAnnotationType()))
        .anyMatch(Optional.of("Override")::equals);
  }
}
