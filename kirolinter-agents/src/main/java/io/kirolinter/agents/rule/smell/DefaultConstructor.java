package io.kirolinter.agents.rule.smell;

import com.google.common.collect.Sets;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Deletions;
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
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * The only constructor of a class, if it is the one that the compiler would write: of the same
 * visibility, without parameters and statements. One with a comment or an annotation is left alone.
 */
public final class DefaultConstructor implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("default-constructor"),
          "Constructor that the compiler would write",
          "A class without constructor has this one anyway.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:UnnecessaryConstructor"));

  private static final Set<Modifier> VISIBILITIES =
      Sets.immutableEnumSet(Modifier.PUBLIC, Modifier.PROTECTED, Modifier.PRIVATE);

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
    if (method.getReturnType() == null
        && isBare(method)
        && context.parent().orElseThrow() instanceof ClassTree type
        && isOnlyOneOf(type)
        && isAsVisibleAs(type, method)
        && isWrittenByHand(method, type, context)) {
      report(method, context);
    }
  }

  private static boolean isBare(MethodTree method) {
    return method.getBody() != null
        && method.getParameters().isEmpty()
        && method.getThrows().isEmpty()
        && method.getTypeParameters().isEmpty()
        && method.getModifiers().getAnnotations().isEmpty()
        && method.getBody().getStatements().stream().allMatch(SuperCalls::isSuperCall);
  }

  private static boolean isOnlyOneOf(ClassTree type) {
    long constructors =
        type.getMembers().stream()
            .filter(one -> one instanceof MethodTree method && method.getReturnType() == null)
            .count();
    return constructors == 1
        && (type.getKind() == Tree.Kind.CLASS || type.getKind() == Tree.Kind.ENUM);
  }

  private static boolean isAsVisibleAs(ClassTree type, MethodTree constructor) {
    Set<Modifier> ofConstructor = visibilityOf(constructor.getModifiers());
    return type.getKind() == Tree.Kind.ENUM
        || ofConstructor.equals(visibilityOf(type.getModifiers()));
  }

  private static Set<Modifier> visibilityOf(ModifiersTree modifiers) {
    return modifiers.getFlags().stream().filter(VISIBILITIES::contains).collect(Collectors.toSet());
  }

  /** Lombok writes other constructors where there is none. */
  private static boolean isWrittenByHand(
      MethodTree constructor, ClassTree type, RuleContext context) {
    boolean lombok =
        !type.getModifiers().getAnnotations().isEmpty()
            && context.file().text().contains("lombok.");
    int start = context.file().start(constructor);
    return !lombok && !CommentsNearby.onOrBefore(start, context.file().end(constructor), context);
  }

  private static void report(MethodTree constructor, RuleContext context) {
    int start = context.file().start(constructor);
    int end = context.file().end(constructor);
    TextEdit deletion = Deletions.ofWholeLines(context.file(), start, end);
    context.report(
        start,
        context.file().start(constructor.getBody()),
        "the compiler would write the same constructor",
        "Remove the constructor",
        List.of(withBlankLine(deletion, context.file().text())));
  }

  /** Of the blank lines before and behind, one is enough; before the end of the class, none. */
  private static TextEdit withBlankLine(TextEdit deletion, String text) {
    int from = deletion.start();
    int line = lineBefore(from, text);
    String behind = text.substring(deletion.end()).stripLeading();
    boolean spare =
        behind.startsWith("}") || text.substring(deletion.end()).matches("(?s)[ \t]*\r?\n.*");
    boolean blank = line >= 0 && line < from && text.substring(line, from).isBlank();
    return spare && blank ? TextEdit.deletion(line, deletion.end()) : deletion;
  }

  private static int lineBefore(int start, String text) {
    return start == 0 || text.charAt(start - 1) != '\n'
        ? -1
        : text.lastIndexOf('\n', start - 2) + 1;
  }
}
