package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.DeclaredNames;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Scopes;
import io.kirolinter.agents.syntax.Token;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.LineIndex;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** {@code equals}, {@code hashCode} or {@code toString} of a class without {@code @Override}. */
public final class MissingOverride implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("missing-override"),
          "Missing @Override",
          "With the annotation the compiler notices when the signature overrides nothing any more.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:MissingOverride", "errorprone:MissingOverride", "sonar:S1161"));

  private static final Set<Tree.Kind> CLASSES =
      Set.of(Tree.Kind.CLASS, Tree.Kind.ENUM, Tree.Kind.RECORD);

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.METHOD);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodTree method = (MethodTree) tree;
    boolean inClass = context.parent().filter(type -> CLASSES.contains(type.getKind())).isPresent();
    if (inClass && isOfObject(method) && isInherited(method) && !isAnnotated(method)) {
      report(method, context);
    }
  }

  private static boolean isOfObject(MethodTree method) {
    Optional<String> result = Scopes.simpleName(method.getReturnType());
    return switch (method.getName().toString()) {
      case "toString" -> method.getParameters().isEmpty() && result.equals(Optional.of("String"));
      case "hashCode" -> method.getParameters().isEmpty() && result.equals(Optional.of("int"));
      case "equals" -> takesObject(method) && result.equals(Optional.of("boolean"));
      default -> false;
    };
  }

  private static boolean takesObject(MethodTree method) {
    return method.getParameters().size() == 1
        && Scopes.simpleName(method.getParameters().get(0).getType())
            .filter("Object"::equals)
            .isPresent();
  }

  private static boolean isInherited(MethodTree method) {
    Set<Modifier> flags = method.getModifiers().getFlags();
    return flags.contains(Modifier.PUBLIC) && !flags.contains(Modifier.STATIC);
  }

  private static boolean isAnnotated(MethodTree method) {
    return method.getModifiers().getAnnotations().stream()
        .map(one -> Scopes.simpleName(one.getAnnotationType()))
        .anyMatch(Optional.of("Override")::equals);
  }

  private static void report(MethodTree method, RuleContext context) {
    int start = context.file().start(method);
    Token name =
        DeclaredNames.of(method, context.file())
            .orElse(new Token(Token.Kind.WORD, start, start + 1));
    context.report(
        name.start(),
        name.end(),
        "'" + method.getName() + "' overrides a method of Object without saying so",
        "Add @Override",
        List.of(TextEdit.insertion(start, "@Override" + separator(start, context))));
  }

  /** A line of its own if the method starts one, with the same indentation and line end. */
  private static String separator(int start, RuleContext context) {
    LineIndex lines = context.file().lines();
    String text = context.file().text();
    int line = lines.lineOf(start);
    String before = text.substring(lines.startOf(line), start);
    if (!before.isBlank()) {
      return " ";
    }
    String whole = text.substring(lines.startOf(line), lines.endOf(line));
    return whole.substring(whole.stripTrailing().length()).replaceFirst("^[ \t]+", "") + before;
  }
}
