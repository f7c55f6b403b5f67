package io.kirolinter.agents.rule.security;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
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

/**
 * A file named by an entry of an archive, whose name may lead out of the folder. Methods that look
 * at the resulting path in any way are left alone.
 */
public final class ZipSlip implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("zip-slip"),
          "Archive entry used as a path",
          "An entry named '../../x' is written outside the folder, over whatever lies there.",
          Category.SECURITY,
          Severity.HIGH,
          FixLevel.NONE,
          List.of("cwe-22", "cwe-23", "sonar:S6096", "spotbugs:PATH_TRAVERSAL_IN"));

  private static final PathParts PARTS = PathParts.ofAndResolved(Set.of("File"));

  private static final Set<String> ENTRIES =
      Set.of(
          "ZipEntry",
          "JarEntry",
          "ArchiveEntry",
          "ZipArchiveEntry",
          "TarArchiveEntry",
          "JarArchiveEntry",
          "SevenZArchiveEntry");

  private static final Pattern CHECK =
      Pattern.compile("startsWith|normalize|getCanonical|toRealPath|\"\\.\\.|getFileName");

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
    boolean unchecked =
        PARTS.in(tree).stream().anyMatch(part -> isEntryName(part, context))
            && !looksAtPath(context);
    if (unchecked) {
      context.report(tree, "the name of an archive entry may lead out of the folder");
    }
  }

  private static boolean isEntryName(ExpressionTree part, RuleContext context) {
    ExpressionTree inner = Expressions.inner(part);
    ExpressionTree origin =
        context.scopes().declarationOf(inner).map(VariableTree::getInitializer).orElse(inner);
    return origin instanceof MethodInvocationTree call
        && Calls.nameOf(call).equals("getName")
        && Calls.receiverOf(call)
            .flatMap(context.scopes()::typeNameOf)
            .filter(ENTRIES::contains)
            .isPresent();
  }

  private static boolean looksAtPath(RuleContext context) {
    return context
        .enclosing(MethodTree.class)
        .filter(context.file()::isWritten)
        .filter(method -> CHECK.matcher(context.textOf(method)).find())
        .isPresent();
  }
}
