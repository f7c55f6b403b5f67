package io.kirolinter.agents.rule.security;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
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
 * A file that is named by a web request. Methods that look at the resulting path in any way are
 * left alone.
 */
public final class PathTraversal implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("path-traversal"),
          "Path made of a request",
          "A value such as ../../etc/passwd leads out of the folder that was meant.",
          Category.SECURITY,
          Severity.HIGH,
          FixLevel.NONE,
          List.of(
              "cwe-22",
              "sonar:S2083",
              "spotbugs:PATH_TRAVERSAL_IN",
              "spotbugs:PATH_TRAVERSAL_OUT"));

  private static final PathParts PARTS =
      PathParts.ofAndResolved(
          Set.of(
              "File",
              "FileInputStream",
              "FileOutputStream",
              "FileReader",
              "FileWriter",
              "RandomAccessFile"));

  private static final Pattern CHECK =
      Pattern.compile(
          "startsWith|normalize|getCanonical|toRealPath|\"[.][.]|getFileName|FilenameUtils|cleanPath"
              + "|contains\\(|matches\\(|(?i)valid|sanitize|allowed");

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
    boolean chosen =
        parts.stream().anyMatch(part -> RequestInput.isIn(part, context))
            && !RequestInput.methodHas(CHECK, context);
    if (chosen) {
      context.report(tree, "a request chooses the path; check that it stays in its folder");
    }
  }
}
