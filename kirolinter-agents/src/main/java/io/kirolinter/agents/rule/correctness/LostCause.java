package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
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
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An exception that takes the message of a caught one, and not the caught one itself. */
public final class LostCause implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("lost-cause"),
          "Cause of an exception lost",
          "The new exception keeps the text and not the place where it all began.",
          Category.CORRECTNESS,
          Severity.MEDIUM,
          FixLevel.UNSAFE,
          List.of(
              "cwe-755", "pmd:PreserveStackTrace", "errorprone:UnusedException", "sonar:S1166"));

  /** Those of the JDK that take a message and a cause. */
  private static final Set<String> WITH_CAUSE =
      Set.of(
          "Exception",
          "RuntimeException",
          "IllegalStateException",
          "IllegalArgumentException",
          "IOException",
          "UnsupportedOperationException",
          "SecurityException",
          "SQLException",
          "ExecutionException",
          "Error");

  /** Those of the JDK that take none. */
  private static final Set<String> WITHOUT_CAUSE =
      Set.of(
          "FileNotFoundException",
          "EOFException",
          "NoSuchMethodError",
          "NoSuchFieldError",
          "NoClassDefFoundError",
          "NumberFormatException",
          "ZipException",
          "ParseException",
          "MalformedURLException",
          "UnknownHostException",
          "UnsupportedEncodingException",
          "InvalidObjectException",
          "NoSuchElementException",
          "URISyntaxException",
          "NamingException",
          "UnsupportedClassVersionError",
          "ConnectException",
          "SocketTimeoutException");

  private static final Set<String> TEXTS = Set.of("getMessage", "getLocalizedMessage", "toString");

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.THROW);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    if (((ThrowTree) tree).getExpression() instanceof NewClassTree made
        && !made.getArguments().isEmpty()
        && made.getClassBody() == null
        && Scopes.simpleName(made.getIdentifier()).filter(WITHOUT_CAUSE::contains).isEmpty()) {
      caught(context).ifPresent(handler -> check(made, handler, context));
    }
  }

  /** {@return the handler that throws; what stands in a method of its own throws elsewhere} */
  private static Optional<CatchTree> caught(RuleContext context) {
    for (int distance = 1; context.ancestor(distance).isPresent(); distance++) {
      Tree around = context.ancestor(distance).get();
      if (around instanceof CatchTree handler) {
        return Optional.of(handler);
      }
      if (around instanceof MethodTree || around instanceof LambdaExpressionTree) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static void check(NewClassTree made, CatchTree handler, RuleContext context) {
    VariableTree caught = handler.getParameter();
    List<Tree> uses = context.scopes().usesOf(caught);
    if (uses.size() != 1 || !context.file().isWritten(made)) {
      return;
    }
    boolean textOnly =
        made.getArguments().stream().anyMatch(argument -> asksForText(argument, uses.get(0)));
    if (textOnly) {
      report(made, caught.getName().toString(), context);
    }
  }

  /** Whether the argument is the caught one's message, or a sum with it. */
  private static boolean asksForText(ExpressionTree argument, Tree use) {
    ExpressionTree inner = Expressions.inner(argument);
    if (inner instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
      return Expressions.operandsOf(sum).stream().anyMatch(part -> asksForText(part, use));
    }
    return inner instanceof MethodInvocationTree call
        && TEXTS.contains(Calls.nameOf(call))
        && Calls.receiverOf(call).filter(use::equals).isPresent();
  }

  private static void report(NewClassTree made, String cause, RuleContext context) {
    String message = "the message of '" + cause + "' is passed on, and not '" + cause + "' itself";
    boolean takesCause =
        made.getArguments().size() == 1
            && Scopes.simpleName(made.getIdentifier()).filter(WITH_CAUSE::contains).isPresent();
    if (takesCause) {
      int end = context.file().end(made.getArguments().get(0));
      TextEdit edit = TextEdit.insertion(end, ", " + cause);
      context.report(made, message, "Pass it as the cause", List.of(edit));
    } else {
      context.report(made, message);
    }
  }
}
