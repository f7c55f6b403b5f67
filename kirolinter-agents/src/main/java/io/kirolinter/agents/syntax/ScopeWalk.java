package io.kirolinter.agents.syntax;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.kirolinter.agents.syntax.Scopes.VariableKind;
import java.util.ArrayList;
import java.util.HashSet;
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

  private final VisibleVariables variables = new VisibleVariables();
  private final IdentityHashMap<Tree, VariableTree> declarations = new IdentityHashMap<>();
  private final IdentityHashMap<VariableTree, List<Tree>> uses = new IdentityHashMap<>();
  private final IdentityHashMap<VariableTree, VariableKind> kinds = new IdentityHashMap<>();

  private final Set<Name> named = new HashSet<>();
  private final Set<Name> imported = new HashSet<>();

  Scopes scopes() {
    return new Scopes(declarations, uses, kinds, named, imported);
  }

  @Override
  public @Nullable Void visitImport(ImportTree tree, @Nullable Void unused) {
    if (tree.getQualifiedIdentifier() instanceof MemberSelectTree path) {
      imported.add(path.getIdentifier());
    }
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    int entered = variables.enterClass();
    for (Tree member : tree.getMembers()) {
      if (member instanceof VariableTree field) {
        kinds.put(field, VariableKind.FIELD);
        variables.declareField(field);
      }
    }
    super.visitClass(tree, unused);
    variables.leaveClass(entered);
    return null;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
    int entered = variables.enter();
    tree.getParameters().forEach(one -> declare(one, VariableKind.PARAMETER));
    super.visitMethod(tree, unused);
    variables.leave(entered);
    return null;
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    int entered = variables.enter();
    tree.getParameters().forEach(one -> declare(one, VariableKind.OTHER_PARAMETER));
    super.visitLambdaExpression(tree, unused);
    variables.leave(entered);
    return null;
  }

  @Override
  public @Nullable Void visitCatch(CatchTree tree, @Nullable Void unused) {
    int entered = variables.enter();
    declare(tree.getParameter(), VariableKind.OTHER_PARAMETER);
    super.visitCatch(tree, unused);
    variables.leave(entered);
    return null;
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
    int entered = variables.enter();
    for (Tree resource : tree.getResources()) {
      if (resource instanceof VariableTree variable) {
        declare(variable, VariableKind.OTHER_PARAMETER);
      }
    }
    super.visitTry(tree, unused);
    variables.leave(entered);
    return null;
  }

  @Override
  public @Nullable Void visitBlock(BlockTree tree, @Nullable Void unused) {
    int entered = variables.enter();
    super.visitBlock(tree, unused);
    variables.leave(entered);
    return null;
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void unused) {
    int entered = variables.enter();
    super.visitForLoop(tree, unused);
    variables.leave(entered);
    return null;
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
    int entered = variables.enter();
    super.visitEnhancedForLoop(tree, unused);
    variables.leave(entered);
    return null;
  }

  /** A group of statements shares its scope with the groups after it; an arrow has its own. */
  @Override
  public @Nullable Void visitCase(CaseTree tree, @Nullable Void unused) {
    int entered = variables.enter();
    super.visitCase(tree, unused);
    if (tree.getCaseKind() == CaseTree.CaseKind.RULE) {
      variables.leave(entered);
    }
    return null;
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
    VariableTree variable = variables.named(name);
    if (variable != null) {
      use(tree, variable);
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
    VariableTree field =
        isThis(tree.getExpression()) ? variables.fieldNamed(tree.getIdentifier()) : null;
    if (field != null) {
      use(tree, field);
    }
    return super.visitMemberSelect(tree, unused);
  }

  @SuppressWarnings("PreferInstanceofOverGetKind") // asked so often that its price shows
  private static boolean isThis(Tree target) {
    return target.getKind() == Tree.Kind.IDENTIFIER
        && ((IdentifierTree) target).getName().length() == "this".length()
        && ((IdentifierTree) target).getName().contentEquals("this");
  }

  private void declare(VariableTree variable, VariableKind kind) {
    kinds.put(variable, kind);
    variables.declare(variable);
  }

  private void use(Tree place, VariableTree variable) {
    declarations.put(place, variable);
    uses.computeIfAbsent(variable, one -> new ArrayList<>(4)).add(place);
  }
}
