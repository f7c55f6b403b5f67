package io.kirolinter.agents.rule;

import com.sun.source.tree.Tree;
import io.kirolinter.core.finding.Rule;
import java.util.Set;

/**
 * A rule of the java analyzer: sees every tree of the kinds that it asks for, in the one walk over
 * a file that all rules share. It has no state: one object serves all files and threads.
 */
public interface JavaRule {

  /** {@return what is known about the rule; always the same} */
  Rule about();

  /** {@return the kinds of trees that it wants to see} */
  Set<Tree.Kind> kinds();

  /**
   * {@return the names of the methods, classes and members that it is interested in; empty for all}
   *
   * <p>Of calls, creations and member selects it is shown only those of such a name. That is what
   * makes many rules about calls cheap; the rule itself still has to look at the rest of the tree.
   */
  default Set<String> names() {
    return Set.of();
  }

  /**
   * Looks at one tree and reports what is wrong with it, if anything.
   *
   * @param tree of one of the {@link #kinds()}; never one that the parser made up
   */
  void check(Tree tree, RuleContext context);
}
