package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An {@code else} whose block holds nothing but an {@code if}. */
public final class LoneIfInElse implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("lone-if-in-else"),
          "Lone if in an else",
          "The words else if say the same on one level less.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("sonar:S6660"));

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
    if (((IfTree) tree).getElseStatement() instanceof BlockTree block
        && block.getStatements().size() == 1
        && block.getStatements().get(0) instanceof IfTree inner) {
      report((IfTree) tree, block, inner, context);
    }
  }

  private static void report(IfTree outer, BlockTree block, IfTree inner, RuleContext context) {
    SyntaxTree file = context.file();
    int start = file.start(inner);
    int end = file.end(inner.getCondition());
    String message = "use else if instead of an if that is alone in an else";
    boolean plain =
        !context.hasComment(file.end(outer.getThenStatement()), start)
            && !context.hasComment(file.end(inner), file.end(block))
            && Nesting.isInBlock(context, outer);
    Optional<List<TextEdit>> edits = plain ? edits(block, inner, file) : Optional.empty();
    edits.ifPresentOrElse(
        all -> context.report(start, end, message, "Use else if", all),
        () -> context.report(start, end, message));
  }

  private static Optional<List<TextEdit>> edits(BlockTree block, IfTree inner, SyntaxTree file) {
    int otherwise = file.text().lastIndexOf("else", file.start(block));
    return Nesting.outdented(otherwise, inner, file.start(inner), file)
        .map(
            moved -> {
              List<TextEdit> edits = new ArrayList<>();
              edits.add(new TextEdit(otherwise + "else".length(), file.start(inner), " "));
              edits.addAll(moved);
              edits.add(TextEdit.deletion(file.end(inner), file.end(block)));
              return edits;
            });
  }
}
