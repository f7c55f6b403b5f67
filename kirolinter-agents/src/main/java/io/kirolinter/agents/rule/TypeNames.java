package io.kirolinter.agents.rule;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import java.util.List;

/** Which type of the JDK a simple name means in a file, as far as the file alone can tell. */
public final class TypeNames {

  private TypeNames() {}

  /**
   * {@return whether the name means the type of {@code java.lang}: the file neither imports nor
   * declares another one}
   */
  public static boolean isOfJavaLang(String simpleName, RuleContext context) {
    CompilationUnitTree unit = context.file().unit();
    return unit.getImports().stream().noneMatch(one -> endsWith(one, simpleName, context))
        && !declares(unit.getTypeDecls(), simpleName);
  }

  /** {@return whether the file imports the type from the package, by its name or all of it} */
  public static boolean isImported(String packageName, String simpleName, RuleContext context) {
    CompilationUnitTree unit = context.file().unit();
    List<String> imported = unit.getImports().stream().map(one -> nameOf(one, context)).toList();
    boolean another =
        unit.getImports().stream().anyMatch(one -> endsWith(one, simpleName, context));
    boolean byName = imported.contains(packageName + "." + simpleName);
    boolean onDemand = imported.contains(packageName + ".*") && !another;
    return (byName || onDemand) && !declares(unit.getTypeDecls(), simpleName);
  }

  /** {@return how code of the file can name a type: in full, unless the type is imported} */
  public static String inCode(String packageName, String simpleName, RuleContext context) {
    return isImported(packageName, simpleName, context)
        ? simpleName
        : packageName + "." + simpleName;
  }

  private static boolean endsWith(ImportTree one, String simpleName, RuleContext context) {
    return nameOf(one, context).endsWith("." + simpleName);
  }

  private static String nameOf(ImportTree one, RuleContext context) {
    Tree name = one.getQualifiedIdentifier();
    return context.file().isWritten(name) ? context.textOf(name) : "";
  }

  private static boolean declares(List<? extends Tree> trees, String simpleName) {
    for (Tree tree : trees) {
      boolean declared =
          tree instanceof ClassTree type
              && (type.getSimpleName().contentEquals(simpleName)
                  || declares(type.getMembers(), simpleName));
      if (declared) {
        return true;
      }
    }
    return false;
  }
}
