package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Scopes;
import io.kirolinter.agents.syntax.Scopes.VariableKind;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A field that is made on first use, with a check outside of the lock that only {@code volatile}
 * makes right. Fields of types that are whole by themselves, such as strings and numbers, are left
 * alone.
 */
public final class DoubleCheckedLocking implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("double-checked-locking"),
          "Double-checked locking without volatile",
          "Another thread may see the object before all of it is written.",
          Category.CORRECTNESS,
          Severity.HIGH,
          FixLevel.SAFE,
          List.of(
              "cwe-609",
              "pmd:DoubleCheckedLocking",
              "errorprone:DoubleCheckedLocking",
              "sonar:S2168",
              "spotbugs:DC_DOUBLECHECK"));

  private static final Set<String> WHOLE =
      Set.of(
          "String", "Integer", "Boolean", "Short", "Byte", "Character", "Float", "int", "boolean");

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.IF);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    IfTree outer = (IfTree) tree;
    String name = askedForNull(outer);
    if (name.isEmpty() || !(firstOf(outer.getThenStatement()) instanceof SynchronizedTree lock)) {
      return;
    }
    if (firstOf(lock.getBlock()) instanceof IfTree inner && askedForNull(inner).equals(name)) {
      ExpressionTree asked =
          ((BinaryTree) Expressions.inner(inner.getCondition())).getLeftOperand();
      context
          .scopes()
          .declarationOf(Expressions.inner(asked))
          .filter(field -> isUnsafe(field, context) && isSet(inner, name, context))
          .ifPresent(field -> report(outer, field, name, context));
    }
  }

  /** {@return the {@code x} of {@code x == null}; else an empty text} */
  private static String askedForNull(IfTree choice) {
    return Expressions.inner(choice.getCondition()) instanceof BinaryTree test
            && test.getKind() == Tree.Kind.EQUAL_TO
            && Expressions.inner(test.getRightOperand()).getKind() == Tree.Kind.NULL_LITERAL
        ? Expressions.nameOf(test.getLeftOperand()).orElse("")
        : "";
  }

  private static @Nullable StatementTree firstOf(StatementTree statement) {
    if (!(statement instanceof BlockTree block)) {
      return statement;
    }
    return block.getStatements().isEmpty() ? null : block.getStatements().get(0);
  }

  private static boolean isUnsafe(VariableTree field, RuleContext context) {
    Set<Modifier> flags = field.getModifiers().getFlags();
    return context.scopes().kindOf(field).equals(Optional.of(VariableKind.FIELD))
        && !flags.contains(Modifier.VOLATILE)
        && !flags.contains(Modifier.FINAL)
        && Scopes.simpleName(field.getType()).filter(WHOLE::contains).isEmpty();
  }

  private static boolean isSet(IfTree inner, String name, RuleContext context) {
    return context.file().isWritten(inner)
        && Pattern.compile("\\b" + Pattern.quote(name) + "\\s*=[^=]")
            .matcher(context.textOf(inner))
            .find();
  }

  private static void report(IfTree outer, VariableTree field, String name, RuleContext context) {
    String message = "'" + name + "' is not volatile, so it may be seen half made";
    ExpressionTree condition = outer.getCondition();
    if (!context.file().isWritten(field.getType())) {
      context.report(condition, message);
      return;
    }
    int start = context.file().start(condition);
    int end = context.file().end(condition);
    TextEdit edit = TextEdit.insertion(context.file().start(field.getType()), "volatile ");
    FixLevel level = levelOf(field, name, context);
    context.report(start, end, message, new Fix(level, "Make it volatile", List.of(edit)));
  }

  /** Two checks of one field would make it volatile twice; what others see is part of the API. */
  private static FixLevel levelOf(VariableTree field, String name, RuleContext context) {
    Matcher checks =
        Pattern.compile("\\b" + Pattern.quote(name) + "\\s*==\\s*null")
            .matcher(context.file().text());
    if (checks.results().count() > 2) {
      return FixLevel.SUGGESTION;
    }
    boolean hidden = field.getModifiers().getFlags().contains(Modifier.PRIVATE);
    return hidden ? FixLevel.SAFE : FixLevel.UNSAFE;
  }
}
