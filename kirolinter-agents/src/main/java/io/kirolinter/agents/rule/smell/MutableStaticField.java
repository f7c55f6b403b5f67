package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
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

/** A public static field that is not final, so that any code can change it. */
public final class MutableStaticField implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("mutable-static-field"),
          "Public static field that can be changed",
          "Any code can change the field at any time, for all threads at once.",
          Category.CODE_SMELL,
          Severity.MEDIUM,
          FixLevel.NONE,
          List.of("sonar:S1444", "spotbugs:MS_SHOULD_BE_FINAL", "cwe-500"));

  private static final Set<Tree.Kind> CLASSES =
      Set.of(Tree.Kind.CLASS, Tree.Kind.ENUM, Tree.Kind.RECORD);

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
    VariableTree field = (VariableTree) tree;
    Set<Modifier> flags = field.getModifiers().getFlags();
    boolean open =
        flags.contains(Modifier.PUBLIC)
            && flags.contains(Modifier.STATIC)
            && !flags.contains(Modifier.FINAL)
            && context.parent().filter(one -> CLASSES.contains(one.getKind())).isPresent();
    if (open) {
      DeclaredNames.of(field, context.file())
          .ifPresent(
              at ->
                  context.report(
                      at.start(),
                      at.end(),
                      "any code can change '" + field.getName() + "'; make it final or private"));
    }
  }
}
