package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.RuleContext;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** What the members of a class do while it, or an object of it, is being set up. */
final class EarlyCode {

  private EarlyCode() {}

  /**
   * {@return whether a member that stands before a field surely leaves that field alone}
   *
   * @param ofType whether the field is static, and with it what can set it too early
   */
  static boolean isHarmless(Tree member, boolean ofType, RuleContext context) {
    if (member instanceof VariableTree variable) {
      boolean runs = isStatic(variable.getModifiers()) == ofType;
      ExpressionTree value = variable.getInitializer();
      return !runs || value == null || isForeign(value, context);
    }
    boolean initializes = member instanceof BlockTree block && block.isStatic() == ofType;
    return !initializes;
  }

  private static boolean isStatic(ModifiersTree modifiers) {
    return modifiers.getFlags().contains(Modifier.STATIC);
  }

  /** Runs no code of this file, neither by its name nor by an object that is handed on. */
  private static boolean isForeign(ExpressionTree value, RuleContext context) {
    Boolean found =
        new TreeScanner<@Nullable Boolean, @Nullable Void>() {
          @Override
          public @Nullable Boolean scan(@Nullable Tree tree, @Nullable Void none) {
            boolean own = tree != null && isOwn(tree, context);
            return own ? Boolean.TRUE : super.scan(tree, none);
          }

          @Override
          public @Nullable Boolean reduce(@Nullable Boolean one, @Nullable Boolean other) {
            return Boolean.TRUE.equals(one) ? one : other;
          }
        }.scan(value, null);
    return !Boolean.TRUE.equals(found);
  }

  private static boolean isOwn(Tree tree, RuleContext context) {
    if (tree instanceof MethodInvocationTree call) {
      return Calls.receiverOf(call).isEmpty();
    }
    if (tree instanceof IdentifierTree name) {
      String text = name.getName().toString();
      return text.equals("this") || text.equals("super") || isDeclaredHere(text, context);
    }
    return tree instanceof ClassTree
        || tree instanceof LambdaExpressionTree
        || tree instanceof MemberReferenceTree;
  }

  private static boolean isDeclaredHere(String name, RuleContext context) {
    return Character.isUpperCase(name.charAt(0))
        && declares(context.file().unit().getTypeDecls(), name);
  }

  private static boolean declares(List<? extends Tree> trees, String name) {
    return trees.stream()
        .anyMatch(
            tree ->
                tree instanceof ClassTree type
                    && (type.getSimpleName().contentEquals(name)
                        || declares(type.getMembers(), name)));
  }
}
