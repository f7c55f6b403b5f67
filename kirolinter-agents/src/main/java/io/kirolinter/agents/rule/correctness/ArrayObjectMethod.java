package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.rule.TypeNames;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A method of {@code Object} that is called on an array, as if it looked at the elements. */
public final class ArrayObjectMethod implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("array-object-method"),
          "Method of Object called on an array",
          "Arrays have the methods of Object: they look at the identity, never at the content.",
          Category.CORRECTNESS,
          Severity.HIGH,
          FixLevel.UNSAFE,
          List.of(
              "cwe-595",
              "errorprone:ArrayEquals",
              "errorprone:ArrayHashCode",
              "errorprone:ArrayToString",
              "sonar:S2116",
              "spotbugs:EC_BAD_ARRAY_COMPARE",
              "spotbugs:DMI_INVOKING_TOSTRING_ON_ARRAY",
              "spotbugs:DMI_INVOKING_HASHCODE_ON_ARRAY"));

  private static final Map<String, Integer> METHODS =
      Map.of("equals", 1, "hashCode", 0, "toString", 0);

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.METHOD_INVOCATION);
  }

  @Override
  public Set<String> names() {
    return METHODS.keySet();
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    Integer arguments = METHODS.get(Calls.nameOf(call));
    ExpressionTree array = Calls.receiverOf(call).map(Expressions::inner).orElse(null);
    if (arguments != null
        && arguments == call.getArguments().size()
        && (array instanceof IdentifierTree || array instanceof MemberSelectTree)
        && !Asserted.isAround(context)) {
      context
          .scopes()
          .typeNameOf(array)
          .filter(type -> type.endsWith("[]"))
          .ifPresent(type -> report(call, array, type, context));
    }
  }

  private static void report(
      MethodInvocationTree call, ExpressionTree array, String type, RuleContext context) {
    String method = Calls.nameOf(call);
    String message = "'" + method + "' of an array does not look at its elements";
    List<? extends ExpressionTree> others = call.getArguments();
    boolean sameType =
        others.isEmpty()
            || context.scopes().typeNameOf(others.get(0)).filter(type::equals).isPresent();
    if (!sameType || Expressions.hasComment(context.file(), call)) {
      context.report(call, message);
      return;
    }
    String given =
        context.textOf(array) + (others.isEmpty() ? "" : ", " + context.textOf(others.get(0)));
    String text = function(method, type, context) + "(" + given + ")";
    int start = context.file().start(call);
    TextEdit edit = new TextEdit(start, context.file().end(call), text);
    context.report(call, message, "Look at the elements", List.of(edit));
  }

  private static String function(String method, String type, RuleContext context) {
    if (type.equals("char[]") && method.equals("toString")) {
      return "String.valueOf";
    }
    boolean deep = type.endsWith("[][]");
    String name =
        deep ? "deep" + Character.toUpperCase(method.charAt(0)) + method.substring(1) : method;
    return TypeNames.inCode("java.util", "Arrays", context) + "." + name;
  }
}
