package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.MethodTree;
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

/** A private method whose name stands nowhere else in its file. */
public final class UnusedPrivateMethod implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("unused-private-method"),
          "Unused private method",
          "Nothing calls the method: it is a leftover, or something was forgotten.",
          Category.CODE_SMELL,
          Severity.MEDIUM,
          FixLevel.NONE,
          List.of("pmd:UnusedPrivateMethod", "errorprone:UnusedMethod", "sonar:S1144"));

  private static final Set<String> SERIALIZATION =
      Set.of("readObject", "readObjectNoData", "writeObject", "readResolve", "writeReplace");

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
    String name = method.getName().toString();
    boolean unused =
        method.getReturnType() != null
            && !method.getModifiers().getFlags().contains(Modifier.NATIVE)
            && !SERIALIZATION.contains(name)
            && PrivateMembers.isNamedOnce(method.getName(), method.getModifiers(), context);
    if (unused) {
      DeclaredNames.of(method, context.file())
          .ifPresent(
              at ->
                  context.report(
                      at.start(), at.end(), "private method '" + name + "' is never called"));
    }
  }
}
