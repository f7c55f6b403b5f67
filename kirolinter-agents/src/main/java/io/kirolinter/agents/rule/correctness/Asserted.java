package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.RuleContext;

/** Whether code stands inside an assertion of a test, which does odd things on purpose. */
final class Asserted {

  private Asserted() {}

  /** {@return whether a call named {@code assert…}, {@code expect…} or the like is around} */
  static boolean isAround(RuleContext context) {
    for (int distance = 1; context.ancestor(distance).isPresent(); distance++) {
      Tree around = context.ancestor(distance).get();
      if (around instanceof MethodTree || around instanceof ClassTree) {
        return false;
      }
      if (around instanceof MethodInvocationTree call && asserts(Calls.nameOf(call))) {
        return true;
      }
    }
    return false;
  }

  private static boolean asserts(String method) {
    return method.startsWith("assert") || method.startsWith("expect") || method.equals("fail");
  }
}
