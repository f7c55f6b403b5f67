package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Token;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Name;

/** A type written with its package although the file imports it by its name. */
public final class QualifiedImportedType implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("qualified-imported-type"),
          "Imported type written with its package",
          "The file imports the type, and its package only hides what is said.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:UnnecessaryFullyQualifiedName"));

  private static final Set<String> TYPE_WORDS = Set.of("class", "interface", "enum", "record");

  private static final Set<String> BEHIND_VARIABLE = Set.of("=", ";", ":", ")", ",", "[");

  private static final Set<String> PRIMITIVE =
      Set.of("int", "long", "boolean", "byte", "char", "short", "float", "double");

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.MEMBER_SELECT);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MemberSelectTree type = (MemberSelectTree) tree;
    if (!context.scopes().imports(type.getIdentifier())) {
      return;
    }
    String name = type.getIdentifier().toString();
    if (isPackage(type.getExpression())
        && !name.isEmpty()
        && Character.isUpperCase(name.charAt(0))
        && isImported(type, name, context)
        && context.enclosing(ImportTree.class).isEmpty()
        && meansOneThing(name, context)) {
      report(type, name, context);
    }
  }

  private static boolean isPackage(ExpressionTree before) {
    Name last =
        before instanceof MemberSelectTree select
            ? select.getIdentifier()
            : before instanceof IdentifierTree name ? name.getName() : null;
    return last != null && last.length() > 0 && Character.isLowerCase(last.charAt(0));
  }

  private static boolean isImported(MemberSelectTree type, String name, RuleContext context) {
    String text = context.textOf(type);
    return context.file().unit().getImports().stream()
        .anyMatch(
            one ->
                !one.isStatic()
                    && one.getQualifiedIdentifier() instanceof MemberSelectTree imported
                    && imported.getIdentifier().contentEquals(name)
                    && context.textOf(imported).equals(text));
  }

  /** {@return whether the file declares nothing else of that name, be it a type or a variable} */
  private static boolean meansOneThing(String name, RuleContext context) {
    String text = context.file().text();
    List<Token> code = context.tokens().stream().filter(token -> !token.isComment()).toList();
    for (int i = 1; i + 1 < code.size(); i++) {
      if (code.get(i).is(text, name)
          && isDeclared(code.get(i - 1).in(text), code.get(i + 1).in(text))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDeclared(String before, String after) {
    if (before.equals("<") || before.equals(",")) {
      return after.equals("extends");
    }
    boolean endsType =
        before.equals("]")
            || before.equals(">")
            || PRIMITIVE.contains(before)
            || SourceVersion.isName(before);
    return TYPE_WORDS.contains(before) || (endsType && BEHIND_VARIABLE.contains(after));
  }

  private static void report(MemberSelectTree type, String name, RuleContext context) {
    int start = context.file().start(type);
    int end = context.file().end(type);
    Fix fix =
        new Fix(
            mayInheritTypes(context) && !isUsedShort(name, context)
                ? FixLevel.UNSAFE
                : FixLevel.SAFE,
            "Leave the package out",
            List.of(TextEdit.deletion(start, end - name.length())));
    context.report(start, end, "'" + name + "' is imported; its package need not be named", fix);
  }

  /** Then a nested type of a superclass could have the same name, and would be meant instead. */
  private static boolean mayInheritTypes(RuleContext context) {
    for (int i = 1; context.ancestor(i).isPresent(); i++) {
      Tree around = context.ancestor(i).orElseThrow();
      boolean inherits =
          around instanceof ClassTree type
              && (type.getExtendsClause() != null
                  || !type.getImplementsClause().isEmpty()
                  || type.getSimpleName().isEmpty());
      if (inherits) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@return whether the name stands somewhere else without its package, so that it is the import}
   */
  private static boolean isUsedShort(String name, RuleContext context) {
    String text = context.file().text();
    List<Token> tokens = context.tokens();
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).is(text, name)
          && tokens.get(i).kind() == Token.Kind.WORD
          && !tokens.get(i - 1).is(text, ".")) {
        return true;
      }
    }
    return false;
  }
}
