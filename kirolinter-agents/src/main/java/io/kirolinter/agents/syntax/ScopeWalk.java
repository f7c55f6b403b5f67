package io.kirolinter.agents.syntax;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.kirolinter.agents.syntax.Scopes.VariableKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/**
 * Walks a file once, with the visible variables on a stack. In one file the compiler has one object
 * for each name.
 */
final class ScopeWalk extends TreeScanner<@Nullable Void, @Nullable Void> {

  /** The variables of one block, or the fields of one class. */
  private record Frame(IdentityHashMap<Name, VariableTree> variables, boolean isClass) {}

  private final Deque<Frame> frames = new ArrayDeque<>();
  private final IdentityHashMap<Tree, VariableTree> declarations = new IdentityHashMap<>();
  private final IdentityHashMap<VariableTree, List<Tree>> uses = new IdentityHashMap<>();
  private final IdentityHashMap<VariableTree, VariableKind> kinds = new IdentityHashMap<>();

  private final Set<Name> named = Collections.newSetFromMap(new IdentityHashMap<>());

  Scopes scopes() {
    return new Scopes(declarations, uses, kinds, named);
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    frames.push(new Frame(new IdentityHashMap<>(), true));
    for (Tree member : tree.getMembers()) {
      if (member instanceof VariableTree field) {
        declare(field, VariableKind.FIELD);
      }
    }
    super.visitClass(tree, unused);
    frames.pop();
    return null;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
    return inFrame(
        () -> {
          tree.getParameters().forEach(one -> declare(one, VariableKind.PARAMETER));
          super.visitMethod(tree, unused);
        });
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    return inFrame(
        () -> {
          tree.getParameters().forEach(one -> declare(one, VariableKind.OTHER_PARAMETER));
          super.visitLambdaExpression(tree, unused);
        });
  }

  @Override
  public @Nullable Void visitCatch(CatchTree tree, @Nullable Void unused) {
    return inFrame(
        () -> {
          declare(tree.getParameter(), VariableKind.OTHER_PARAMETER);
          super.visitCatch(tree, unused);
        });
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
    return inFrame(
        () -> {
          for (Tree resource : tree.getResources()) {
            if (resource instanceof VariableTree variable) {
              declare(variable, VariableKind.OTHER_PARAMETER);
            }
          }
          super.visitTry(tree, unused);
        });
  }

  @Override
  public @Nullable Void visitBlock(BlockTree tree, @Nullable Void unused) {
    return inFrame(() -> super.visitBlock(tree, unused));
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void unused) {
    return inFrame(() -> super.visitForLoop(tree, unused));
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
    return inFrame(() -> super.visitEnhancedForLoop(tree, unused));
  }

  @Override
  public @Nullable Void visitCase(CaseTree tree, @Nullable Void unused) {
    // A group of statements shares its scope with the groups after it; an arrow has its own.
    return tree.getCaseKind() == CaseTree.CaseKind.STATEMENT
        ? super.visitCase(tree, unused)
        : inFrame(() -> super.visitCase(tree, unused));
  }

  @Override
  public @Nullable Void visitBindingPattern(BindingPatternTree tree, @Nullable Void unused) {
    declare(tree.getVariable(), VariableKind.PATTERN);
    return super.visitBindingPattern(tree, unused);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    if (!kinds.containsKey(tree)) {
      declare(tree, VariableKind.LOCAL);
    }
    return super.visitVariable(tree, unused);
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
    Name name = tree.getName();
    named.add(name);
    for (Frame frame : frames) {
      VariableTree found = frame.variables().get(name);
      if (found != null) {
        use(tree, found);
        return null;
      }
    }
    return null;
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
    named.add(tree.getName());
    return super.visitMemberReference(tree, unused);
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
    named.add(tree.getIdentifier());
    boolean onThis =
        tree.getExpression() instanceof IdentifierTree target
            && target.getName().length() == "this".length()
            && target.getName().contentEquals("this");
    if (onThis) {
      useFieldOfInnermostClass(tree);
    }
    return super.visitMemberSelect(tree, unused);
  }

  private void useFieldOfInnermostClass(MemberSelectTree tree) {
    frames.stream()
        .filter(Frame::isClass)
        .findFirst()
        .map(frame -> frame.variables().get(tree.getIdentifier()))
        .ifPresent(field -> use(tree, field));
  }

  private void declare(VariableTree variable, VariableKind kind) {
    kinds.put(variable, kind);
    Frame frame = frames.peek();
    if (frame != null) {
      frame.variables().put(variable.getName(), variable);
    }
  }

  private void use(Tree place, VariableTree variable) {
    declarations.put(place, variable);
    uses.computeIfAbsent(variable, one -> new ArrayList<>()).add(place);
  }

  private @Nullable Void inFrame(Runnable walk) {
    frames.push(new Frame(new IdentityHashMap<>(4), false));
    walk.run();
    frames.pop();
    return null;
  }
}
