package io.kirolinter.agents.rule.security;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A factory of XML parsers that is used as it comes, and then follows what documents name. A
 * factory that is handed on is left alone, as it may be made safe elsewhere.
 */
public final class XxeOpenParser implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("xxe-open-parser"),
          "XML parser that follows external entities",
          "A document can make the parser read local files or call other hosts.",
          Category.SECURITY,
          Severity.HIGH,
          FixLevel.NONE,
          List.of("cwe-611", "sonar:S2755", "spotbugs:XXE_DOCUMENT", "spotbugs:XXE_SAXPARSER"));

  private static final Set<String> FACTORIES =
      Set.of("DocumentBuilderFactory", "SAXParserFactory", "XMLInputFactory");

  private static final Set<String> MAKING =
      Set.of(
          "newInstance", "newDefaultInstance", "newNSInstance", "newFactory", "newDefaultFactory");

  private static final Pattern SETTING =
      Pattern.compile(
          "\\b(setFeature|setProperty|setAttribute|setEntityResolver|setXMLResolver)\\b");

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
    return MAKING;
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    boolean makes =
        MAKING.contains(Calls.nameOf(call))
            && FACTORIES.stream().anyMatch(type -> Calls.isStatic(call, type, Calls.nameOf(call)));
    if (makes && !isSet(context) && !isHandedOn(call, context)) {
      context.report(call, "the parser follows external entities; set a feature that forbids it");
    }
  }

  /** Of a variable of a method the method tells, of a field the class. */
  private static boolean isSet(RuleContext context) {
    boolean local = context.parent().filter(VariableTree.class::isInstance).isPresent();
    Optional<Tree> method = context.enclosing(MethodTree.class).map(Tree.class::cast);
    return (local ? method : Optional.<Tree>empty())
        .or(() -> context.enclosing(ClassTree.class))
        .filter(context.file()::isWritten)
        .filter(place -> SETTING.matcher(context.textOf(place)).find())
        .isPresent();
  }

  private static boolean isHandedOn(ExpressionTree factory, RuleContext context) {
    Tree parent = context.parent().orElse(null);
    if (parent instanceof ReturnTree || parent instanceof LambdaExpressionTree) {
      return true;
    }
    if (parent instanceof MethodInvocationTree call) {
      return call.getArguments().contains(factory);
    }
    return parent instanceof VariableTree variable && HandedOn.isHandedOn(variable, context);
  }
}
