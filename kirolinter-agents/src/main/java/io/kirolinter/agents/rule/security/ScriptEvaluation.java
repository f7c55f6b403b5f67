package io.kirolinter.agents.rule.security;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A script that is not written in the program, run with all that the program may do. */
public final class ScriptEvaluation implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("script-evaluation"),
          "Script made at run time",
          "Whoever chooses the script runs code with all the rights of the program.",
          Category.SECURITY,
          Severity.HIGH,
          FixLevel.NONE,
          List.of("cwe-94", "cwe-95", "sonar:S5334", "spotbugs:SCRIPT_ENGINE_INJECTION"));

  private static final Set<String> ENGINES =
      Set.of("ScriptEngine", "GroovyShell", "Compilable", "Interpreter");

  private static final Set<String> RUNNING = Set.of("eval", "evaluate", "compile", "parse");

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
    return RUNNING;
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    if (call.getArguments().isEmpty() || !RUNNING.contains(Calls.nameOf(call))) {
      return;
    }
    ExpressionTree script = call.getArguments().get(0);
    Optional<String> engine = Calls.receiverOf(call).flatMap(context.scopes()::typeNameOf);
    if (engine.filter(ENGINES::contains).isPresent() && isChosen(script, context)) {
      context.report(call, "a script that is made at run time is evaluated");
    }
  }

  /** A reader is left alone: it mostly stands for a file of the program. */
  private static boolean isChosen(ExpressionTree script, RuleContext context) {
    boolean text =
        context.scopes().typeNameOf(Expressions.inner(script)).filter("String"::equals).isPresent();
    return Constants.textOf(script, context).isEmpty()
        && (text || BuiltText.of(script, context).isPresent());
  }
}
