package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Modifiers in another order than the one that the Java Language Specification suggests. Those that
 * say nothing are left to {@link RedundantModifier}, so that both can change one declaration.
 */
public final class ModifierOrder implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("modifier-order"),
          "Modifiers out of order",
          "Readers look for modifiers in the order of the Java Language Specification.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("sonar:S1124", "checkstyle:ModifierOrder", "pmd:ModifierOrder"));

  private static final List<String> ORDER =
      List.of(
          "public",
          "protected",
          "private",
          "abstract",
          "default",
          "static",
          "final",
          "transient",
          "volatile",
          "synchronized",
          "native",
          "strictfp");

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.MODIFIERS);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    ModifiersTree modifiers = (ModifiersTree) tree;
    if (modifiers.getFlags().size() < 2 || isInOrder(modifiers, context)) {
      return;
    }
    List<Token> words = meaningful(modifiers, context);
    List<String> written = words.stream().map(word -> word.in(context.file().text())).toList();
    List<String> ordered =
        written.stream().sorted(Comparator.comparingInt(ORDER::indexOf)).toList();
    boolean known = ORDER.containsAll(written); // sealed and non-sealed are not
    if (known && !written.equals(ordered) && isFirstOfItsKind(modifiers, context)) {
      report(words, ordered, modifiers, context);
    }
  }

  /** The plain case, told without cutting the text into words. */
  private static boolean isInOrder(ModifiersTree modifiers, RuleContext context) {
    if (!modifiers.getAnnotations().isEmpty()) {
      return false;
    }
    String text = context.file().text();
    int at = context.file().start(modifiers);
    for (Modifier flag : modifiers.getFlags()) { // in the order of the enum, which is the right one
      String word = flag.toString();
      if (!text.startsWith(word, at)) {
        return false;
      }
      at += word.length() + 1;
    }
    return at == context.file().end(modifiers) + 1;
  }

  private static List<Token> meaningful(ModifiersTree modifiers, RuleContext context) {
    Set<String> redundant =
        context
            .ancestor(2)
            .map(around -> RedundantModifier.among(context.parent().orElseThrow(), around))
            .orElse(Set.of());
    return ModifierWords.of(modifiers, context).stream()
        .filter(word -> !redundant.contains(word.in(context.file().text())))
        .toList();
  }

  /** Variables that are declared together have their modifiers in common. */
  private static boolean isFirstOfItsKind(ModifiersTree modifiers, RuleContext context) {
    return context
        .parent()
        .filter(owner -> !(owner instanceof VariableTree) || isFirst(owner, modifiers, context))
        .isPresent();
  }

  private static boolean isFirst(Tree owner, ModifiersTree modifiers, RuleContext context) {
    return context
        .ancestor(2)
        .filter(ClassTree.class::isInstance)
        .map(type -> ((ClassTree) type).getMembers())
        .flatMap(members -> firstWith(modifiers, members, context))
        .filter(first -> first != owner)
        .isEmpty();
  }

  private static Optional<? extends Tree> firstWith(
      ModifiersTree modifiers, List<? extends Tree> members, RuleContext context) {
    int start = context.file().start(modifiers);
    return members.stream()
        .filter(
            member ->
                member instanceof VariableTree field
                    && context.file().start(field.getModifiers()) == start)
        .findFirst();
  }

  private static void report(
      List<Token> words, List<String> ordered, ModifiersTree modifiers, RuleContext context) {
    int start = words.get(0).start();
    int end = words.get(words.size() - 1).end();
    String message = "modifiers should be in the order '%s'".formatted(String.join(" ", ordered));
    boolean apart =
        ModifierWords.tokens(modifiers, context).stream()
                .anyMatch(token -> token.kind() != Token.Kind.WORD)
            || modifiers.getAnnotations().stream()
                .anyMatch(
                    one -> context.file().start(one) > start && context.file().end(one) < end);
    if (apart) {
      context.report(start, end, message);
    } else {
      context.report(start, end, message, "Order the modifiers", edits(words, ordered, context));
    }
  }

  private static List<TextEdit> edits(
      List<Token> words, List<String> ordered, RuleContext context) {
    List<TextEdit> edits = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Token word = words.get(i);
      if (!word.is(context.file().text(), ordered.get(i))) {
        edits.add(new TextEdit(word.start(), word.end(), ordered.get(i)));
      }
    }
    return edits;
  }
}
