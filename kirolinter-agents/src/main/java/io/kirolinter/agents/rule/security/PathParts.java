package io.kirolinter.agents.rule.security;

import com.google.common.collect.Sets;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.syntax.Scopes;
import java.util.List;
import java.util.Set;

/** What code puts a path together of: the arguments of classes and methods that take some. */
final class PathParts {

  private static final String RESOLVE = "resolve";

  private final Set<String> classes;
  private final Set<String> methods;

  private PathParts(Set<String> classes, Set<String> methods) {
    this.classes = classes;
    this.methods = methods;
  }

  /** {@return the parts that these classes, {@code Paths.get} and {@code Path.of} are given} */
  static PathParts of(Set<String> classes) {
    return new PathParts(classes, Set.of("get", "of"));
  }

  /** {@return the same, and what paths are resolved against} */
  static PathParts ofAndResolved(Set<String> classes) {
    return new PathParts(classes, Set.of("get", "of", RESOLVE));
  }

  /** {@return the names of the classes and methods, as a rule declares them} */
  Set<String> names() {
    return Sets.union(classes, methods).immutableCopy();
  }

  /** {@return the parts in a creation or a call; empty if it makes no path} */
  List<? extends ExpressionTree> in(Tree tree) {
    if (tree instanceof NewClassTree made) {
      boolean file = Scopes.simpleName(made.getIdentifier()).filter(classes::contains).isPresent();
      return file ? made.getArguments() : List.of();
    }
    MethodInvocationTree call = (MethodInvocationTree) tree;
    return isPath(call) ? call.getArguments() : List.of();
  }

  private boolean isPath(MethodInvocationTree call) {
    return (methods.contains(RESOLVE) && Calls.nameOf(call).equals(RESOLVE))
        || Calls.isStatic(call, "Paths", "get")
        || Calls.isStatic(call, "Path", "of");
  }
}
