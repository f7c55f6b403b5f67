package io.kirolinter.agents.rule.security;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
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
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A file that is made writable for everybody. */
public final class WorldWritableFile implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("world-writable-file"),
          "File that everybody may change",
          "Any account of the machine can replace what the program will read or run.",
          Category.SECURITY,
          Severity.MEDIUM,
          FixLevel.UNSAFE,
          List.of("cwe-732", "sonar:S2612", "spotbugs:OVERLY_PERMISSIVE_FILE_PERMISSION"));

  private static final Pattern PERMISSIONS = Pattern.compile("[r-][w-][x-][r-][w-][x-][r-]w[x-]");

  /** A method that asks for the right first does what somebody has set. */
  private static final Pattern ASKED = Pattern.compile("OTHERS_WRITE");

  private static final Set<String> SETS = Set.of("Set", "EnumSet", "ImmutableSet", "Sets");

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
    return Set.of("setWritable", "fromString", "of");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    if (Calls.nameOf(call).equals("setWritable")) {
      checkWritable(call, context);
    } else if (Calls.isStatic(call, "PosixFilePermissions", "fromString")) {
      checkText(call, context);
    } else if (SETS.stream().anyMatch(type -> Calls.isStatic(call, type, "of"))) {
      checkSet(call.getArguments(), context);
    }
  }

  /**
   * A set without a right for the owner is what permissions are compared with, and none of these.
   */
  private static void checkSet(List<? extends ExpressionTree> rights, RuleContext context) {
    if (rights.stream().noneMatch(one -> isNamed(one, name -> name.startsWith("OWNER_")))) {
      return;
    }
    rights.stream()
        .filter(one -> isNamed(one, "OTHERS_WRITE"::equals))
        .filter(context.file()::isWritten)
        .forEach(one -> context.report(one, "everybody may write the file"));
  }

  private static boolean isNamed(ExpressionTree right, Predicate<String> name) {
    return Expressions.nameOf(right).filter(name).isPresent();
  }

  private static void checkWritable(MethodInvocationTree call, RuleContext context) {
    List<? extends ExpressionTree> given = call.getArguments();
    if (given.size() == 2
        && is(given.get(0), true)
        && is(given.get(1), false)
        && !RequestInput.methodHas(ASKED, context)) {
      report(call, given.get(1), "true", context);
    }
  }

  private static boolean is(ExpressionTree value, boolean expected) {
    return value instanceof LiteralTree literal
        && Boolean.valueOf(expected).equals(literal.getValue());
  }

  private static void checkText(MethodInvocationTree call, RuleContext context) {
    if (call.getArguments().size() != 1) {
      return;
    }
    ExpressionTree text = call.getArguments().get(0);
    String permissions = Expressions.stringIn(text).orElse("");
    if (PERMISSIONS.matcher(permissions).matches()) {
      String closed = permissions.substring(0, 7) + "-" + permissions.substring(8);
      report(call, text, '"' + closed + '"', context);
    }
  }

  private static void report(
      MethodInvocationTree call, ExpressionTree wrong, String right, RuleContext context) {
    int start = context.file().start(wrong);
    TextEdit edit = new TextEdit(start, context.file().end(wrong), right);
    context.report(
        call, "everybody may write the file", "Take the right from others", List.of(edit));
  }
}
