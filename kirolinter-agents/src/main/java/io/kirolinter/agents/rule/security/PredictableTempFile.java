package io.kirolinter.agents.rule.security;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
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
import java.util.Set;
import java.util.regex.Pattern;

/** A file in a folder that all users share, under a name that they can guess. */
public final class PredictableTempFile implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("predictable-temp-file"),
          "Temporary file with a known name",
          "Another user can make the file first, or a link that leads the writer elsewhere.",
          Category.SECURITY,
          Severity.MEDIUM,
          FixLevel.NONE,
          List.of("cwe-377", "cwe-379", "sonar:S5443"));

  private static final PathParts PARTS =
      PathParts.of(
          Set.of("File", "FileWriter", "FileOutputStream", "RandomAccessFile", "PrintWriter"));

  private static final Pattern SHARED = Pattern.compile("/(tmp|var/tmp|dev/shm)/[^/].*");

  private static final Pattern UNGUESSABLE = Pattern.compile("UUID|[rR]andom|createTemp");

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
    return PARTS.names();
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    List<? extends ExpressionTree> parts = PARTS.in(tree);
    boolean known =
        !parts.isEmpty()
            && isShared(parts, context)
            && !UNGUESSABLE.matcher(context.textOf(tree)).find();
    if (known) {
      context.report(tree, "a file in a shared folder has a name that others can guess");
    }
  }

  private static boolean isShared(List<? extends ExpressionTree> parts, RuleContext context) {
    ExpressionTree first = Expressions.inner(parts.get(0));
    if (first instanceof BinaryTree chain && chain.getKind() == Tree.Kind.PLUS) {
      return isShared(Expressions.operandsOf(chain), context);
    }
    String text = Constants.textOf(first, context).orElse("");
    boolean onward = parts.size() > 1;
    return SHARED.matcher(text).matches()
        || (onward && (isSharedFolder(text) || isTempFolder(first, context)));
  }

  private static boolean isSharedFolder(String text) {
    return SHARED.matcher(text + (text.endsWith("/") ? "x" : "/x")).matches()
        && text.split("/").length <= 3;
  }

  private static boolean isTempFolder(ExpressionTree folder, RuleContext context) {
    ExpressionTree origin =
        context.scopes().declarationOf(folder).map(VariableTree::getInitializer).orElse(folder);
    return Expressions.inner(origin) instanceof MethodInvocationTree call
        && Calls.isStatic(call, "System", "getProperty")
        && call.getArguments().stream()
            .flatMap(name -> Constants.textOf(name, context).stream())
            .anyMatch("java.io.tmpdir"::equals);
  }
}
