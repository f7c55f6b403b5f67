package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.ClassTree;
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

/** A private field whose name stands nowhere else in its file. */
public final class UnusedPrivateField implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("unused-private-field"),
          "Unused private field",
          "Nothing names the field: it is a leftover, or something was forgotten.",
          Category.CODE_SMELL,
          Severity.MEDIUM,
          FixLevel.NONE,
          List.of("pmd:UnusedPrivateField", "errorprone:UnusedVariable", "sonar:S1068"));

  private static final Set<String> SERIALIZATION =
      Set.of("serialVersionUID", "serialPersistentFields");

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
    String name = field.getName().toString();
    boolean unused =
        context.parent().filter(parent -> mayHoldUnused(parent, field)).isPresent()
            && !SERIALIZATION.contains(name)
            && PrivateMembers.isNamedOnce(field.getName(), field.getModifiers(), context);
    if (unused) {
      DeclaredNames.of(field, context.file())
          .ifPresent(
              at ->
                  context.report(
                      at.start(), at.end(), "private field '" + name + "' is never used"));
    }
  }

  /** The components of a record are fields too, and are read by its accessors. */
  private static boolean mayHoldUnused(Tree parent, VariableTree field) {
    boolean isComponent =
        parent.getKind() == Tree.Kind.RECORD
            && !field.getModifiers().getFlags().contains(Modifier.STATIC);
    return parent instanceof ClassTree && !isComponent;
  }
}
