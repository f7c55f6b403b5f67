package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.NewArrayTree;
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
import java.util.Set;

/**
 * Words and signs of an annotation that say nothing: empty parentheses, {@code value =} of a single
 * argument, braces around a single value.
 */
public final class VerboseAnnotation implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("verbose-annotation"),
          "Verbose annotation",
          "Empty parentheses, a lonely 'value =' and braces around one value mean nothing.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("checkstyle:AnnotationUseStyle", "pmd:UnnecessaryAnnotationValueElement"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.ANNOTATION, Tree.Kind.TYPE_ANNOTATION);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    AnnotationTree annotation = (AnnotationTree) tree;
    List<TextEdit> edits = new ArrayList<>();
    if (annotation.getArguments().isEmpty()) {
      addParentheses(annotation, context, edits);
    }
    for (ExpressionTree argument : annotation.getArguments()) {
      addBraces(addName(argument, annotation, context, edits), context, edits);
    }
    if (!edits.isEmpty()) {
      report(annotation, edits, context);
    }
  }

  private static void addParentheses(
      AnnotationTree annotation, RuleContext context, List<TextEdit> edits) {
    int name = context.file().end(annotation.getAnnotationType());
    int end = context.file().end(annotation);
    if (name >= 0 && name < end) {
      edits.add(TextEdit.deletion(name, end));
    }
  }

  /** {@return the value that the argument gives, whether it is named or not} */
  private static ExpressionTree addName(
      ExpressionTree argument,
      AnnotationTree annotation,
      RuleContext context,
      List<TextEdit> edits) {
    if (!(argument instanceof AssignmentTree named)) {
      return argument;
    }
    ExpressionTree value = named.getExpression();
    boolean needless =
        annotation.getArguments().size() == 1
            && named.getVariable() instanceof IdentifierTree name
            && name.getName().contentEquals("value");
    if (needless) {
      edits.add(TextEdit.deletion(context.file().start(named), context.file().start(value)));
    }
    return value;
  }

  /** An array of annotations, or one of several lines, is mostly a list that is to grow. */
  private static void addBraces(ExpressionTree value, RuleContext context, List<TextEdit> edits) {
    SyntaxTree file = context.file();
    if (value instanceof NewArrayTree array
        && array.getInitializers() != null
        && array.getInitializers().size() == 1
        && !(array.getInitializers().get(0) instanceof AnnotationTree)
        && !file.textOf(array).contains("\n")) {
      ExpressionTree only = array.getInitializers().get(0);
      edits.add(TextEdit.deletion(file.start(array), file.start(only)));
      edits.add(TextEdit.deletion(file.end(only), file.end(array)));
    }
  }

  private static void report(AnnotationTree annotation, List<TextEdit> edits, RuleContext context) {
    String message = "the annotation says the same with less";
    boolean commented =
        edits.stream().anyMatch(edit -> context.hasComment(edit.start(), edit.end()));
    if (commented) {
      context.report(annotation, message);
    } else {
      context.report(annotation, message, "Shorten the annotation", edits);
    }
  }
}
