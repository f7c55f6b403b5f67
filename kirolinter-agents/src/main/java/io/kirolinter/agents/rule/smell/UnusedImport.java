package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An import whose name stands nowhere else in the file, neither in code nor in a comment: a comment
 * may link to it. Or one that stands there twice, or brings all of {@code java.lang}. Other imports
 * on demand and those of modules are left alone, as what they bring is not known.
 */
public final class UnusedImport implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("unused-import"),
          "Unused import",
          "The import is never used, and makes the file look as if it depended on more.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:UnnecessaryImport", "errorprone:RemoveUnusedImports", "sonar:S1128"));

  private static final Pattern MODULE = Pattern.compile("import\\s+module\\s+[\\p{L}_$]");

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.COMPILATION_UNIT);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    List<? extends ImportTree> imports = ((CompilationUnitTree) tree).getImports();
    if (imports.isEmpty()) {
      return;
    }
    NamesBesideImports names = new NamesBesideImports(imports, context);
    Set<String> seen = new HashSet<>();
    for (ImportTree one : imports) {
      whyNeedless(one, names, seen, context).ifPresent(why -> report(one, why, context));
    }
  }

  private static Optional<String> whyNeedless(
      ImportTree one, NamesBesideImports names, Set<String> seen, RuleContext context) {
    if (!(one.getQualifiedIdentifier() instanceof MemberSelectTree path)
        || isModule(one, context)) {
      return Optional.empty();
    }
    String name = path.getIdentifier().toString();
    if (!seen.add(one.isStatic() + context.textOf(path))) {
      return Optional.of("'" + name + "' is imported twice");
    }
    if (name.equals("*")) {
      boolean always = !one.isStatic() && context.textOf(path).equals("java.lang.*");
      return always ? Optional.of("java.lang is imported always") : Optional.empty();
    }
    return names.have(path.getIdentifier())
        ? Optional.empty()
        : Optional.of("'" + name + "' is imported and never used");
  }

  /** {@code import module a.b;}, which older compilers know nothing of. */
  private static boolean isModule(ImportTree one, RuleContext context) {
    String text = context.textOf(one);
    return text.contains("module") && MODULE.matcher(text).lookingAt();
  }

  private static void report(ImportTree unused, String why, RuleContext context) {
    int start = context.file().start(unused);
    int end = context.file().end(unused);
    context.report(
        start,
        end,
        why,
        "Remove the import",
        List.of(ImportLines.deletion(context.file(), start, end)));
  }
}
