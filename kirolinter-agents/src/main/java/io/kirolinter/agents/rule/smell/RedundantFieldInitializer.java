package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.DeclaredNames;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Scopes;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.agents.syntax.Token;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * A field set to what it holds anyway: {@code null}, zero or {@code false}. Only where nothing can
 * have set it before: the class extends nothing, and no initializer above runs code of this file.
 */
public final class RedundantFieldInitializer implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("redundant-field-initializer"),
          "Field set to its default value",
          "A field is null, zero or false before anything is assigned to it.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:RedundantFieldInitializer", "checkstyle:ExplicitInitialization"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.VARIABLE);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    VariableTree field = (VariableTree) tree;
    if (field.getInitializer() instanceof LiteralTree value
        && context.parent().orElseThrow() instanceof ClassTree type
        && isDefault(value, field)
        && field.getModifiers().getAnnotations().stream()
            .allMatch(RedundantFieldInitializer::isNullable)
        && !field.getModifiers().getFlags().contains(Modifier.FINAL)
        && isFirstToBeSet(field, type, context)) {
      report(field, value, context);
    }
  }

  /** Others may be read by what sets the field, such as Lombok's {@code @Builder.Default}. */
  private static boolean isNullable(AnnotationTree annotation) {
    return Scopes.simpleName(annotation.getAnnotationType()).filter("Nullable"::equals).isPresent();
  }

  private static boolean isDefault(LiteralTree value, VariableTree field) {
    boolean primitive = field.getType() instanceof PrimitiveTypeTree;
    Object held = value.getValue();
    if (value.getKind() == Tree.Kind.NULL_LITERAL) {
      return !primitive;
    }
    boolean zero =
        Boolean.FALSE.equals(held)
            || Character.valueOf('\0').equals(held)
            || (held instanceof Number number && Double.compare(number.doubleValue(), 0.0) == 0);
    return primitive && zero;
  }

  private static boolean isFirstToBeSet(VariableTree field, ClassTree type, RuleContext context) {
    boolean ofType = field.getModifiers().getFlags().contains(Modifier.STATIC);
    boolean plain =
        type.getKind() == Tree.Kind.CLASS
            && type.getExtendsClause() == null
            && !type.getSimpleName().isEmpty();
    if (!plain) {
      return false;
    }
    for (Tree member : type.getMembers()) {
      if (member == field) {
        return true;
      }
      if (!EarlyCode.isHarmless(member, ofType, context)) {
        return false;
      }
    }
    return false;
  }

  private static void report(VariableTree field, LiteralTree value, RuleContext context) {
    SyntaxTree file = context.file();
    int name = DeclaredNames.of(field, file).map(Token::end).orElse(file.end(value));
    int equals = file.text().lastIndexOf('=', file.start(value));
    String message = "'" + field.getName() + "' is " + file.textOf(value) + " anyway";
    if (equals < name || context.hasComment(name, file.start(value))) {
      context.report(file.start(value), file.end(value), message);
    } else {
      int from = name + file.text().substring(name, equals).stripTrailing().length();
      context.report(
          file.start(value),
          file.end(value),
          message,
          "Leave the value out",
          List.of(TextEdit.deletion(from, file.end(value))));
    }
  }
}
