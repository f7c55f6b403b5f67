package io.kirolinter.agents.rule.security;

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
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A query that is put together out of values, which then can be more than values. */
public final class SqlInjection implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("sql-injection"),
          "SQL injection",
          "The query is put together out of values, so who chooses a value can change the query.",
          Category.SECURITY,
          Severity.CRITICAL,
          FixLevel.NONE,
          List.of(
              "cwe-89",
              "sonar:S2077",
              "sonar:S3649",
              "spotbugs:SQL_NONCONSTANT_STRING_PASSED_TO_EXECUTE"));

  private static final Set<String> RUNNING =
      Set.of(
          "execute",
          "executeQuery",
          "executeUpdate",
          "executeLargeUpdate",
          "prepareStatement",
          "prepareCall",
          "createQuery",
          "createNativeQuery",
          "createSQLQuery",
          "addBatch",
          "batchUpdate",
          "queryForObject",
          "queryForList",
          "queryForMap",
          "query",
          "update",
          "rawQuery",
          "execSQL");

  private static final Pattern SQL =
      Pattern.compile(
          "(?is)\\s*(select\\s|insert\\s+into\\s|update\\s|delete\\s+from\\s|merge\\s+into\\s"
              + "|replace\\s+into\\s|create\\s+(table|user|index|view|database)\\s"
              + "|drop\\s+(table|user|index|view|database)\\s|alter\\s+(table|user)\\s"
              + "|truncate\\s+table\\s|with\\s.*\\sas\\s*\\(|call\\s|from\\s+\\w+\\s).*");

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
    ExpressionTree query = call.getArguments().get(0);
    BuiltText.of(query, context)
        .filter(text -> SQL.matcher(text.start()).matches())
        .filter(text -> context.file().isWritten(query))
        .ifPresent(
            text ->
                context.report(
                    query, "SQL is put together out of values; pass them as parameters"));
  }
}
