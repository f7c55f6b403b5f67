package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.MethodInvocationTree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.source.TextEdit;

/** Where the parts of a method call stand in the text. */
final class CallText {

  private CallText() {}

  /** {@return the offset of the first char of the called method's name} */
  static int startOfName(MethodInvocationTree call, RuleContext context) {
    return context.file().end(call.getMethodSelect()) - Calls.nameOf(call).length();
  }

  /** {@return an edit of the called method's name alone} */
  static TextEdit rename(MethodInvocationTree call, String name, RuleContext context) {
    int end = context.file().end(call.getMethodSelect());
    return new TextEdit(startOfName(call, context), end, name);
  }
}
