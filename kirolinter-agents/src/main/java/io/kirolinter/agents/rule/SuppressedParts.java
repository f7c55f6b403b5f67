package io.kirolinter.agents.rule;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ModuleTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.core.finding.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the declarations that annotations exempt: as suppressed, or as generated. */
final class SuppressedParts extends TreeScanner<@Nullable Void, @Nullable Void> {

  /**
   * A stretch of text in which some rules are silent.
   *
   * @param names as they are written; {@code all} for generated code
   */
  record Part(int start, int end, List<String> names) {

    boolean silences(Rule rule, int offset) {
      return start <= offset
          && offset < end
          && names.stream().anyMatch(name -> SuppressionNames.means(name, rule));
    }
  }

  private static final List<String> ALL = List.of("all");

  private final SyntaxTree file;
  private final List<Part> parts = new ArrayList<>();
  private int depth;

  private SuppressedParts(SyntaxTree file) {
    this.file = file;
  }

  static List<Part> of(SyntaxTree file) {
    SuppressedParts collector = new SuppressedParts(file);
    collector.scan(file.unit(), null);
    return collector.parts;
  }

  /** Goes no deeper than the walk, as there are no findings below. */
  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
    if (depth >= RuleWalk.DEEPEST) {
      return null;
    }
    depth++;
    super.scan(tree, unused);
    depth--;
    return null;
  }

  @Override
  public @Nullable Void visitPackage(PackageTree tree, @Nullable Void unused) {
    for (AnnotationTree annotation : tree.getAnnotations()) {
      add(annotation, 0, file.text().length());
    }
    return null;
  }

  @Override
  public @Nullable Void visitModule(ModuleTree tree, @Nullable Void unused) {
    for (AnnotationTree annotation : tree.getAnnotations()) {
      add(annotation, 0, file.text().length());
    }
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    add(tree.getModifiers(), tree);
    return super.visitClass(tree, unused);
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
    add(tree.getModifiers(), tree);
    return super.visitMethod(tree, unused);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    add(tree.getModifiers(), tree);
    return super.visitVariable(tree, unused);
  }

  private void add(ModifiersTree modifiers, Tree declaration) {
    for (AnnotationTree annotation : modifiers.getAnnotations()) {
      add(annotation, file.start(declaration), file.end(declaration));
    }
  }

  private void add(AnnotationTree annotation, int start, int end) {
    List<String> names = silencedBy(annotation);
    if (!names.isEmpty()) {
      parts.add(new Part(start, end, names));
    }
  }

  private List<String> silencedBy(AnnotationTree annotation) {
    String written = annotation.getAnnotationType().toString();
    return switch (written.substring(written.lastIndexOf('.') + 1)) {
      case "Generated" -> ALL;
      case "SuppressWarnings" -> namesIn(annotation);
      default -> List.of();
    };
  }

  private static List<String> namesIn(AnnotationTree annotation) {
    List<String> names = new ArrayList<>();
    annotation.getArguments().forEach(argument -> addNames(argument, names));
    return names;
  }

  /** Names put together from constants are passed over: nothing is resolved here. */
  private static void addNames(ExpressionTree argument, List<String> names) {
    if (argument instanceof AssignmentTree named) {
      addNames(named.getExpression(), names);
    } else if (argument instanceof NewArrayTree array && array.getInitializers() != null) {
      array.getInitializers().forEach(item -> addNames(item, names));
    } else if (argument instanceof LiteralTree literal && literal.getValue() instanceof String s) {
      names.add(s.strip());
    }
  }
}
