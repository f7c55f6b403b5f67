package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Set;

/** A string that is made of a whole builder to ask for its length, one char or a part. */
public final class BuilderToString implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("builder-to-string"),
          "Whole string made for a part of it",
          "The builder answers the same question itself, without a copy of all its chars.",
          Category.PERFORMANCE,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:UseStringBufferLength"));

  private static final Set<String> QUESTIONS = Set.of("length", "charAt", "substring");

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
    return QUESTIONS;
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    if (QUESTIONS.contains(Calls.nameOf(call))
        && Calls.receiverOf(call).orElse(null) instanceof MethodInvocationTree toString
        && Calls.nameOf(toString).equals("toString")
        && toString.getArguments().isEmpty()) {
      Calls.receiverOf(toString)
          .filter(builder -> Builders.isBuilder(builder, context))
          .ifPresent(builder -> report(call, builder, toString, context));
    }
  }

  private static void report(
      MethodInvocationTree call,
      ExpressionTree builder,
      MethodInvocationTree toString,
      RuleContext context) {
    String message = "ask the builder itself: it has '%s', too".formatted(Calls.nameOf(call));
    int start = context.file().end(builder);
    int end = context.file().end(toString);
    if (context.hasComment(start, end)) {
      context.report(call, message);
    } else {
      context.report(call, message, "Ask the builder", List.of(TextEdit.deletion(start, end)));
    }
  }
}
