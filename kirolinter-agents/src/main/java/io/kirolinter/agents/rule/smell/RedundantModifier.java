package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Token;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * A modifier that says what holds anyway: on members of interfaces, on nested types that are static
 * by nature, on final private methods, on enum constructors, records and resources of a try.
 */
public final class RedundantModifier implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("redundant-modifier"),
          "Redundant modifier",
          "The modifier says what holds without it, and readers look for a reason in vain.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:UnnecessaryModifier", "checkstyle:RedundantModifier", "sonar:S2333"));

  private static final Set<Tree.Kind> INTERFACES =
      Set.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE);

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(
        Tree.Kind.METHOD,
        Tree.Kind.VARIABLE,
        Tree.Kind.CLASS,
        Tree.Kind.INTERFACE,
        Tree.Kind.ANNOTATION_TYPE,
        Tree.Kind.ENUM,
        Tree.Kind.RECORD);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    ModifiersTree modifiers = modifiersOf(tree);
    if (modifiers.getFlags().isEmpty()) {
      return;
    }
    Set<String> redundant = among(tree, context.parent().orElseThrow());
    if (!redundant.isEmpty()) {
      report(modifiers, redundant, tree, context);
    }
  }

  private static ModifiersTree modifiersOf(Tree declaration) {
    return switch (declaration.getKind()) { // cheaper than to ask for interfaces
      case METHOD -> ((MethodTree) declaration).getModifiers();
      case VARIABLE -> ((VariableTree) declaration).getModifiers();
      default -> ((ClassTree) declaration).getModifiers();
    };
  }

  /** {@return the modifiers that would say nothing on a declaration, whether it has them or not} */
  static Set<String> among(Tree declaration, Tree around) {
    if (declaration instanceof MethodTree method) {
      return ofMethod(method, around);
    }
    if (declaration instanceof ClassTree type) {
      return ofType(type, around);
    }
    return declaration instanceof VariableTree ? ofVariable(around) : Set.of();
  }

  private static Set<String> ofMethod(MethodTree method, Tree around) {
    if (INTERFACES.contains(around.getKind())) {
      return Set.of("public", "abstract");
    }
    if (around.getKind() == Tree.Kind.ENUM && method.getReturnType() == null) {
      return Set.of("private");
    }
    boolean needless =
        method.getModifiers().getFlags().contains(Modifier.PRIVATE) && !isSafeVarargs(method);
    return needless ? Set.of("final") : Set.of();
  }

  /** Java 8 takes the annotation on final, static and constructors only, private or not. */
  private static boolean isSafeVarargs(MethodTree method) {
    return method.getModifiers().getAnnotations().stream()
        .map(one -> one.getAnnotationType().toString())
        .anyMatch(name -> name.equals("SafeVarargs") || name.equals("java.lang.SafeVarargs"));
  }

  private static Set<String> ofType(ClassTree type, Tree around) {
    Set<String> redundant = new HashSet<>();
    if (INTERFACES.contains(around.getKind())) {
      redundant.addAll(Set.of("public", "static"));
    }
    if (INTERFACES.contains(type.getKind())) {
      redundant.add("abstract");
    }
    if (type.getKind() != Tree.Kind.CLASS) {
      redundant.add("static");
    }
    if (type.getKind() == Tree.Kind.RECORD) {
      redundant.add("final");
    }
    return redundant;
  }

  private static Set<String> ofVariable(Tree around) {
    if (INTERFACES.contains(around.getKind())) {
      return Set.of("public", "static", "final");
    }
    return around instanceof TryTree ? Set.of("final") : Set.of();
  }

  private static void report(
      ModifiersTree modifiers, Set<String> redundant, Tree owner, RuleContext context) {
    String text = context.file().text();
    List<Token> words =
        ModifierWords.of(modifiers, context).stream()
            .filter(word -> redundant.contains(word.in(text)))
            .toList();
    boolean again =
        owner instanceof VariableTree variable && !Declarators.isFirst(variable, context);
    if (!words.isEmpty() && !again) {
      report(words, context);
    }
  }

  private static void report(List<Token> words, RuleContext context) {
    String text = context.file().text();
    int start = words.get(0).start();
    int end = words.get(words.size() - 1).end();
    String names = words.stream().map(word -> word.in(text)).collect(Collectors.joining(" "));
    String message = "'" + names + "' says what holds anyway";
    List<TextEdit> edits = words.stream().map(word -> deletion(word, text)).toList();
    if (edits.stream().anyMatch(edit -> isBeforeComment(edit, text))) {
      context.report(start, end, message);
    } else {
      context.report(start, end, message, "Remove '" + names + "'", edits);
    }
  }

  private static TextEdit deletion(Token word, String text) {
    int end = word.end();
    while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return TextEdit.deletion(word.start(), end);
  }

  private static boolean isBeforeComment(TextEdit deletion, String text) {
    return text.startsWith("//", deletion.end()) || text.startsWith("/*", deletion.end());
  }
}
