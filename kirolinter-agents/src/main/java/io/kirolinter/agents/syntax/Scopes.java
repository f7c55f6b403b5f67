package io.kirolinter.agents.syntax;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Name;

/**
 * Which variable a name means, as far as one file tells: locals, parameters, pattern variables, and
 * fields of enclosing classes. Inherited fields are unknown, and then the answer is empty.
 */
public final class Scopes {

  private final IdentityHashMap<Tree, VariableTree> declarations;
  private final IdentityHashMap<VariableTree, List<Tree>> uses;
  private final IdentityHashMap<VariableTree, VariableKind> kinds;
  private final Set<Name> named;
  private final Set<Name> imported;

  Scopes(
      IdentityHashMap<Tree, VariableTree> declarations,
      IdentityHashMap<VariableTree, List<Tree>> uses,
      IdentityHashMap<VariableTree, VariableKind> kinds,
      Set<Name> named,
      Set<Name> imported) {
    this.declarations = declarations;
    this.uses = uses;
    this.kinds = kinds;
    this.named = named;
    this.imported = imported;
  }

  /** What sort of variable a declaration makes. */
  public enum VariableKind {
    FIELD,
    PARAMETER,
    /** Of a lambda, a catch clause or a try's resources. */
    OTHER_PARAMETER,
    LOCAL,
    PATTERN
  }

  /** {@return the scopes of a file; one walk over its tree} */
  public static Scopes of(SyntaxTree file) {
    ScopeWalk walk = new ScopeWalk();
    walk.scan(file.unit(), null);
    return walk.scopes();
  }

  /**
   * {@return the declaration of the variable that is named}
   *
   * @param use an {@link IdentifierTree}, or a {@link MemberSelectTree} of the form {@code this.x}
   */
  public Optional<VariableTree> declarationOf(Tree use) {
    return Optional.ofNullable(declarations.get(use));
  }

  /** {@return every place of the file that names the variable} */
  public List<Tree> usesOf(VariableTree variable) {
    return uses.getOrDefault(variable, List.of());
  }

  /**
   * {@return whether an expression or a type of the file names something so, be it what it may;
   * declarations and imports do not count}
   *
   * @param name taken from a tree of the same file
   */
  public boolean name(Name name) {
    return named.contains(name);
  }

  /**
   * {@return whether an import of the file ends with a name}
   *
   * @param name taken from a tree of the same file
   */
  public boolean imports(Name name) {
    return imported.contains(name);
  }

  public Optional<VariableKind> kindOf(VariableTree variable) {
    return Optional.ofNullable(kinds.get(variable));
  }

  /**
   * {@return the simple name of the declared type of an expression that is a variable, such as
   * {@code List} or {@code int[]}; empty for any other expression, and for {@code var}}
   */
  public Optional<String> typeNameOf(ExpressionTree expression) {
    if (expression instanceof ParenthesizedTree inner) {
      return typeNameOf(inner.getExpression());
    }
    return declarationOf(expression).flatMap(variable -> simpleName(variable.getType()));
  }

  /** {@return the simple name of a written type, without type arguments} */
  public static Optional<String> simpleName(Tree type) {
    if (type instanceof IdentifierTree name) {
      return Optional.of(name.getName().toString());
    }
    if (type instanceof MemberSelectTree qualified) {
      return Optional.of(qualified.getIdentifier().toString());
    }
    if (type instanceof ParameterizedTypeTree generic) {
      return simpleName(generic.getType());
    }
    if (type instanceof AnnotatedTypeTree annotated) {
      return simpleName(annotated.getUnderlyingType());
    }
    if (type instanceof ArrayTypeTree array) {
      return simpleName(array.getType()).map(name -> name + "[]");
    }
    return type instanceof PrimitiveTypeTree primitive
        ? Optional.of(primitive.getPrimitiveTypeKind().name().toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
