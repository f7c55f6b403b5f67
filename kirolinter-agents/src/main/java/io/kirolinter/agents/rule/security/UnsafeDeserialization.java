package io.kirolinter.agents.rule.security;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Scopes;
import io.kirolinter.agents.syntax.Scopes.VariableKind;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Objects read from a stream of bytes, of whatever class the bytes say. A stream that a method is
 * given is left alone, as the one who made it answers for it; so are methods that are part of
 * serialization itself, and files that set a filter.
 */
public final class UnsafeDeserialization implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("unsafe-deserialization"),
          "Unsafe deserialization",
          "Whoever chooses the bytes chooses the classes that are made, and so runs their code.",
          Category.SECURITY,
          Severity.HIGH,
          FixLevel.NONE,
          List.of("cwe-502", "sonar:S5135", "spotbugs:OBJECT_DESERIALIZATION"));

  private static final Set<String> READING = Set.of("readObject", "readUnshared");

  private static final Set<String> SERIALIZATION = Set.of("readObject", "readExternal");

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.METHOD_INVOCATION);
  }

  @Override
  public Set<String> names() {
    return READING;
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    boolean reads =
        READING.contains(Calls.nameOf(call))
            && call.getArguments().isEmpty()
            && Calls.receiverOf(call).filter(one -> isObjectStream(one, context)).isPresent();
    if (reads && !isPartOfSerialization(context) && !hasFilter(context)) {
      context.report(call, "objects of any class are read from a stream");
    }
  }

  /** A subclass mostly exists to check classes, so its name, not its parent's, must be written. */
  private static boolean isObjectStream(ExpressionTree stream, RuleContext context) {
    ExpressionTree inner = Expressions.inner(stream);
    if (inner instanceof NewClassTree made) {
      return isPlain(made);
    }
    Optional<VariableTree> variable = context.scopes().declarationOf(inner);
    boolean declared =
        context.scopes().typeNameOf(inner).filter("ObjectInputStream"::equals).isPresent();
    return declared
        && variable
            .flatMap(context.scopes()::kindOf)
            .filter(VariableKind.PARAMETER::equals)
            .isEmpty()
        && variable
            .map(VariableTree::getInitializer)
            .map(value -> value instanceof NewClassTree made && isPlain(made))
            .orElse(true);
  }

  private static boolean isPlain(NewClassTree made) {
    return made.getClassBody() == null
        && Scopes.simpleName(made.getIdentifier()).filter("ObjectInputStream"::equals).isPresent();
  }

  private static boolean isPartOfSerialization(RuleContext context) {
    return context
        .enclosing(MethodTree.class)
        .filter(method -> SERIALIZATION.contains(method.getName().toString()))
        .isPresent();
  }

  private static boolean hasFilter(RuleContext context) {
    return context.file().text().contains("ObjectInputFilter");
  }
}
