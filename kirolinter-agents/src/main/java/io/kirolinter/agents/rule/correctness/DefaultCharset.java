package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.rule.TypeNames;
import io.kirolinter.agents.syntax.Scopes;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.JavaLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text that becomes bytes, or comes from bytes, in the default encoding. What is talked with the
 * console is left alone, as it has that encoding.
 */
public final class DefaultCharset implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("default-charset"),
          "Text encoded as the machine does",
          "Before Java 18 the bytes differ from machine to machine, and so does the text read back.",
          Category.CORRECTNESS,
          Severity.LOW,
          FixLevel.UNSAFE,
          List.of(
              "cwe-474",
              "errorprone:DefaultCharset",
              "sonar:S1943",
              "spotbugs:DM_DEFAULT_ENCODING"));

  private static final Set<String> READERS = Set.of("InputStreamReader", "OutputStreamWriter");

  private static final Set<String> BYTES = Set.of("toByteArray", "readAllBytes");

  private static final Pattern CHOOSING = Pattern.compile("(?i)charset|encoding|PrintStream");

  private static final Pattern PROGRAM =
      Pattern.compile("\\b(Process|ProcessBuilder|ExecuteStreamHandler)\\b");

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
    return Set.of("getBytes", "String", "InputStreamReader", "OutputStreamWriter");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    if (tree instanceof MethodInvocationTree call) {
      checkBytes(call, context);
    } else {
      checkMade((NewClassTree) tree, context);
    }
  }

  /**
   * A method that chooses between encodings knows what it does, one that prints to memory reads as
   * it wrote, and programs talk in the default encoding.
   */
  private static boolean isMeant(RuleContext context) {
    return Asserted.isAround(context)
        || PROGRAM.matcher(context.file().text()).find()
        || context
            .enclosing(MethodTree.class)
            .filter(context.file()::isWritten)
            .filter(method -> CHOOSING.matcher(context.textOf(method)).find())
            .isPresent();
  }

  private static void checkBytes(MethodInvocationTree call, RuleContext context) {
    boolean bytes =
        call.getArguments().isEmpty()
            && Calls.nameOf(call).equals("getBytes")
            && Calls.receiverOf(call).filter(one -> isString(one, context)).isPresent();
    if (bytes) {
      report(call, context.file().end(call) - 1, "", context);
    }
  }

  private static boolean isString(ExpressionTree receiver, RuleContext context) {
    ExpressionTree inner = Expressions.inner(receiver);
    return inner instanceof MethodInvocationTree call
        ? Calls.nameOf(call).equals("toString")
        : context.scopes().typeNameOf(inner).filter("String"::equals).isPresent();
  }

  private static void checkMade(NewClassTree made, RuleContext context) {
    String type = Scopes.simpleName(made.getIdentifier()).orElse("");
    if (made.getArguments().size() != 1 || made.getClassBody() != null) {
      return;
    }
    ExpressionTree given = Expressions.inner(made.getArguments().get(0));
    boolean decodes =
        READERS.contains(type)
            ? !isConsole(given)
            : type.equals("String") && isBytes(given, context);
    if (decodes) {
      report(made, context.file().end(made) - 1, ", ", context);
    }
  }

  private static boolean isConsole(ExpressionTree stream) {
    return stream instanceof MemberSelectTree member
        && Expressions.nameOf(member.getExpression()).filter("System"::equals).isPresent();
  }

  private static boolean isBytes(ExpressionTree given, RuleContext context) {
    return given instanceof MethodInvocationTree call
        ? BYTES.contains(Calls.nameOf(call)) && Calls.receiverOf(call).isPresent()
        : context.scopes().typeNameOf(given).filter("byte[]"::equals).isPresent();
  }

  private static void report(Tree at, int end, String comma, RuleContext context) {
    if (isMeant(context)) {
      return;
    }
    String charset = TypeNames.inCode("java.nio.charset", "StandardCharsets", context) + ".UTF_8";
    context.report(
        at,
        "the encoding is the machine's default; name one",
        context
            .fix("Use UTF-8", List.of(TextEdit.insertion(end, comma + charset)))
            .needing(JavaLevel.of(7)));
  }
}
