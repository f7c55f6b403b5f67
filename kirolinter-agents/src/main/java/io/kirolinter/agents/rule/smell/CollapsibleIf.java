package io.kirolinter.agents.rule.smell;

import com.google.common.collect.Sets;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
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

/** An {@code if} that holds nothing but another one, both without {@code else}. */
public final class CollapsibleIf implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("collapsible-if"),
          "Collapsible if",
          "Both conditions must hold, and && says so on one level.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:CollapsibleIfStatements", "sonar:S1066"));

  private static final int WIDEST = 100;

  /** What binds less tightly than {@code &&}. */
  private static final Set<Tree.Kind> LOOSE =
      Sets.immutableEnumSet(
          Tree.Kind.CONDITIONAL_OR,
          Tree.Kind.CONDITIONAL_EXPRESSION,
          Tree.Kind.ASSIGNMENT,
          Tree.Kind.AND_ASSIGNMENT,
          Tree.Kind.OR_ASSIGNMENT,
          Tree.Kind.XOR_ASSIGNMENT);

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
    IfTree first = (IfTree) tree;
    if (next(first).isPresent() && !isInChain(first, context)) {
      List<IfTree> chain = new ArrayList<>(List.of(first));
      for (Optional<IfTree> next = next(first); next.isPresent(); next = next(next.get())) {
        chain.add(next.get());
      }
      report(chain, context);
    }
  }

  /** {@return the {@code if} that is all that another one holds} */
  private static Optional<IfTree> next(IfTree outer) {
    return outer.getElseStatement() == null
            && outer.getThenStatement() instanceof BlockTree block
            && block.getStatements().size() == 1
            && block.getStatements().get(0) instanceof IfTree inner
            && inner.getElseStatement() == null
        ? Optional.of(inner)
        : Optional.empty();
  }

  private static boolean isInChain(IfTree first, RuleContext context) {
    return context
        .ancestor(2)
        .filter(IfTree.class::isInstance)
        .flatMap(outer -> next((IfTree) outer))
        .filter(first::equals)
        .isPresent();
  }

  private static void report(List<IfTree> chain, RuleContext context) {
    SyntaxTree file = context.file();
    IfTree first = chain.get(0);
    String message = "join the conditions with && instead of nesting them";
    int start = file.start(first);
    int end = file.end(first.getCondition());
    Optional<List<TextEdit>> edits =
        isPlain(chain, context) ? edits(chain, context) : Optional.empty();
    edits.ifPresentOrElse(
        all -> context.report(start, end, message, "Join the conditions", all),
        () -> context.report(start, end, message));
  }

  private static boolean isPlain(List<IfTree> chain, RuleContext context) {
    SyntaxTree file = context.file();
    IfTree last = chain.get(chain.size() - 1);
    boolean commented =
        context.hasComment(file.end(last), file.end(chain.get(0)))
            || joints(chain, file).stream()
                .anyMatch(joint -> context.hasComment(joint.start(), joint.end()));
    boolean known =
        chain.stream().allMatch(one -> file.isWritten(Conditions.bare(one.getCondition())));
    return known && !commented && last.getThenStatement() instanceof BlockTree && fits(chain, file);
  }

  private static boolean fits(List<IfTree> chain, SyntaxTree file) {
    IfTree first = chain.get(0);
    int line = file.lines().startOf(file.lines().lineOf(file.start(first)));
    int width = file.end(first.getCondition()) - line + 2;
    for (IfTree inner : chain.subList(1, chain.size())) {
      width += file.textOf(inner.getCondition()).length() + 4;
    }
    return width <= WIDEST
        && chain.stream().noneMatch(one -> file.textOf(one.getCondition()).contains("\n"));
  }

  /** {@return the stretches between the conditions} */
  private static List<TextEdit> joints(List<IfTree> chain, SyntaxTree file) {
    List<TextEdit> joints = new ArrayList<>();
    for (int i = 0; i + 1 < chain.size(); i++) {
      ExpressionTree left = Conditions.bare(chain.get(i).getCondition());
      ExpressionTree right = Conditions.bare(chain.get(i + 1).getCondition());
      String joint = (isLoose(left) ? ")" : "") + " && " + (isLoose(right) ? "(" : "");
      int from = file.end(left);
      joints.add(new TextEdit(from, file.start(right), joint));
    }
    return joints;
  }

  private static boolean isLoose(ExpressionTree condition) {
    return LOOSE.contains(condition.getKind());
  }

  private static Optional<List<TextEdit>> edits(List<IfTree> chain, RuleContext context) {
    SyntaxTree file = context.file();
    IfTree first = chain.get(0);
    IfTree last = chain.get(chain.size() - 1);
    ExpressionTree from = Conditions.bare(first.getCondition());
    ExpressionTree to = Conditions.bare(last.getCondition());
    return Nesting.outdented(file.start(first), last, file.end(to), file)
        .map(
            moved -> {
              List<TextEdit> edits = new ArrayList<>(joints(chain, file));
              if (isLoose(from)) {
                edits.add(TextEdit.insertion(file.start(from), "("));
              }
              if (isLoose(to)) {
                edits.add(TextEdit.insertion(file.end(to), ")"));
              }
              edits.addAll(moved);
              edits.add(TextEdit.deletion(file.end(last), file.end(first)));
              return edits;
            });
  }
}
