package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ModifiersTree;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Scopes;
import io.kirolinter.agents.syntax.Token;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;

/** What speaks against calling a private member unused although its file does not name it. */
final class PrivateMembers {

  private PrivateMembers() {}

  /**
   * {@return whether the code of the file holds the name just once, and nothing hints at a use from
   * elsewhere: no syntax error, no annotation on the member or on a class around it, no string that
   * holds the name}
   */
  static boolean isNamedOnce(Name name, ModifiersTree modifiers, RuleContext context) {
    return modifiers.getFlags().contains(Modifier.PRIVATE)
        && modifiers.getAnnotations().isEmpty()
        && context.file().errors().isEmpty()
        && !context.scopes().name(name)
        && context.occurrencesOf(name.toString()) == 1
        && !isInAnnotatedClass(context)
        && !isInString(name.toString(), context);
  }

  private static boolean isInAnnotatedClass(RuleContext context) {
    for (int i = 1; context.ancestor(i).isPresent(); i++) {
      boolean annotated =
          context.ancestor(i).get() instanceof ClassTree type
              && type.getModifiers().getAnnotations().stream()
                  .map(one -> Scopes.simpleName(one.getAnnotationType()))
                  .anyMatch(one -> one.filter(PrivateMembers::isHarmless).isEmpty());
      if (annotated) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHarmless(String annotation) {
    return Set.of("SuppressWarnings", "Deprecated", "FunctionalInterface", "NullMarked")
        .contains(annotation);
  }

  private static boolean isInString(String name, RuleContext context) {
    String text = context.file().text();
    Predicate<String> holdsName =
        Pattern.compile("\\b" + Pattern.quote(name) + "\\b").asPredicate();
    return context.tokens().stream()
        .anyMatch(token -> token.kind() == Token.Kind.LITERAL && holdsName.test(token.in(text)));
  }
}
