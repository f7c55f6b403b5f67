package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
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
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A class that says which of its objects are equal, and leaves their hash codes to {@code Object}.
 * A class that extends another is left alone, as it may inherit a fitting {@code hashCode}.
 */
public final class EqualsWithoutHashCode implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("equals-without-hash-code"),
          "equals without hashCode",
          "Equal objects have different hash codes, so hash maps and sets lose them.",
          Category.CORRECTNESS,
          Severity.HIGH,
          FixLevel.NONE,
          List.of(
              "cwe-581",
              "pmd:OverrideBothEqualsAndHashcode",
              "errorprone:EqualsHashCode",
              "sonar:S1206",
              "spotbugs:HE_EQUALS_USE_HASHCODE"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.CLASS, Tree.Kind.RECORD);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    ClassTree type = (ClassTree) tree;
    boolean anonymous = type.getSimpleName().isEmpty(); // what it extends stands before its body
    if (anonymous || type.getExtendsClause() != null || find(type, "hashCode", 0).isPresent()) {
      return;
    }
    find(type, "equals", 1)
        .filter(equals -> takesObject(equals) && decides(equals.getBody()))
        .filter(equals -> isWhole(equals, context))
        .ifPresent(equals -> report(type, equals, context));
  }

  private static Optional<MethodTree> find(ClassTree type, String name, int parameters) {
    return type.getMembers().stream()
        .filter(MethodTree.class::isInstance)
        .map(MethodTree.class::cast)
        .filter(method -> method.getName().contentEquals(name))
        .filter(method -> method.getParameters().size() == parameters)
        .filter(method -> !method.getModifiers().getFlags().contains(Modifier.STATIC))
        .findFirst();
  }

  private static boolean isWhole(MethodTree equals, RuleContext context) {
    return equals.getReturnType() != null
        && context.file().isWritten(equals.getReturnType())
        && context.file().isWritten(equals.getBody());
  }

  private static boolean takesObject(MethodTree equals) {
    VariableTree parameter = equals.getParameters().get(0);
    return parameter.getType() != null
        && Scopes.simpleName(parameter.getType()).filter("Object"::equals).isPresent();
  }

  /** Whether the method does more than what it overrides, which some repeat for a comment. */
  private static boolean decides(@Nullable BlockTree body) {
    return body != null
        && !(body.getStatements().size() == 1
            && body.getStatements().get(0) instanceof ReturnTree result
            && result.getExpression() instanceof MethodInvocationTree call
            && call.getMethodSelect().toString().equals("super.equals"));
  }

  private static void report(ClassTree type, MethodTree equals, RuleContext context) {
    String message = "'" + type.getSimpleName() + "' overrides equals and not hashCode";
    int start = context.file().start(equals.getReturnType()); // behind the annotations
    int end = context.file().start(equals.getBody());
    context.report(start, end, message);
  }
}
