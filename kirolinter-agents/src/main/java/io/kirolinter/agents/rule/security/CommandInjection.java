package io.kirolinter.agents.rule.security;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
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
import java.util.regex.Pattern;

/**
 * A command line that is put together out of values: one that Java cuts at spaces, or one that a
 * shell reads. A value that is an argument of its own cannot be more than that and is left alone.
 */
public final class CommandInjection implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("command-injection"),
          "Command injection",
          "The command line is put together out of values, which can add arguments or commands.",
          Category.SECURITY,
          Severity.CRITICAL,
          FixLevel.NONE,
          List.of("cwe-78", "sonar:S2076", "spotbugs:COMMAND_INJECTION"));

  private static final Pattern SHELL =
      Pattern.compile("(?i)(.*[/\\\\])?(sh|bash|zsh|ksh|dash|cmd(\\.exe)?|powershell(\\.exe)?)");

  private static final Pattern SPACE = Pattern.compile("\\s");

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.METHOD_INVOCATION, Tree.Kind.NEW_CLASS);
  }

  @Override
  public Set<String> names() {
    return Set.of("ProcessBuilder", "command", "exec");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    if (tree instanceof MethodInvocationTree call) {
      checkCall(call, context);
    } else {
      checkBuilder((NewClassTree) tree, context);
    }
  }

  private static void checkCall(MethodInvocationTree call, RuleContext context) {
    if (call.getArguments().isEmpty()) {
      return;
    }
    ExpressionTree command = Expressions.inner(call.getArguments().get(0));
    if (Calls.nameOf(call).equals("command") && isOf("ProcessBuilder", call, context)) {
      checkWords(call.getArguments(), context);
    } else if (Calls.nameOf(call).equals("exec") && isOf("Runtime", call, context)) {
      if (command instanceof NewArrayTree words) {
        checkWords(wordsOf(words), context);
      } else {
        BuiltText.of(command, context).ifPresent(text -> report(command, context));
      }
    }
  }

  private static boolean isOf(String type, MethodInvocationTree call, RuleContext context) {
    Optional<ExpressionTree> receiver = Calls.receiverOf(call);
    return receiver.flatMap(context.scopes()::typeNameOf).filter(type::equals).isPresent()
        || receiver
            .map(Expressions::inner)
            .filter(
                one ->
                    one instanceof MethodInvocationTree made
                        && Calls.isStatic(made, type, "getRuntime"))
            .isPresent();
  }

  private static void checkBuilder(NewClassTree made, RuleContext context) {
    if (Scopes.simpleName(made.getIdentifier()).filter("ProcessBuilder"::equals).isEmpty()) {
      return;
    }
    List<? extends ExpressionTree> words = made.getArguments();
    if (words.size() == 1) {
      checkLone(Expressions.inner(words.get(0)), context);
    } else {
      checkWords(words, context);
    }
  }

  private static void checkLone(ExpressionTree word, RuleContext context) {
    if (word instanceof NewArrayTree array) {
      checkWords(wordsOf(array), context);
    } else if (word instanceof MethodInvocationTree list
        && (Calls.isStatic(list, "List", "of") || Calls.isStatic(list, "Arrays", "asList"))) {
      checkWords(list.getArguments(), context);
    } else {
      BuiltText.of(word, context)
          .filter(text -> text.anyMatches(SPACE))
          .ifPresent(text -> report(word, context));
    }
  }

  private static List<? extends ExpressionTree> wordsOf(NewArrayTree array) {
    return array.getInitializers() == null ? List.of() : array.getInitializers();
  }

  private static void checkWords(List<? extends ExpressionTree> words, RuleContext context) {
    boolean shell =
        words.size() > 2
            && Constants.textOf(words.get(0), context)
                .filter(name -> SHELL.matcher(name).matches())
                .isPresent();
    if (shell) {
      ExpressionTree script = words.get(2);
      BuiltText.of(script, context).ifPresent(text -> report(script, context));
    }
  }

  private static void report(ExpressionTree command, RuleContext context) {
    if (context.file().isWritten(command)) {
      context.report(
          command, "a command line is put together out of values; pass each as an argument");
    }
  }
}
