package io.kirolinter.agents.rule;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** The rules that want to see trees of one kind: those that take all, and those that name some. */
final class Interest {

  private final List<JavaRule> inAll;
  private final Map<String, List<JavaRule>> byName;

  private Interest(List<JavaRule> inAll, Map<String, List<JavaRule>> byName) {
    this.inAll = inAll;
    this.byName = byName;
  }

  static Interest of(List<JavaRule> rules, Tree.Kind kind) {
    if (!isNamed(kind)) {
      return new Interest(rules, Map.of());
    }
    List<JavaRule> inAll = rules.stream().filter(rule -> rule.names().isEmpty()).toList();
    Map<String, List<JavaRule>> byName = new HashMap<>();
    for (JavaRule rule : rules) {
      rule.names().forEach(name -> byName.put(name, new ArrayList<>(inAll)));
    }
    for (JavaRule rule : rules) {
      rule.names().forEach(name -> byName.getOrDefault(name, List.of()).add(rule));
    }
    return new Interest(inAll, byName);
  }

  boolean isInNames() {
    return !byName.isEmpty();
  }

  /** {@return the rules that want to see a tree, whatever its name} */
  List<JavaRule> inAll() {
    return inAll;
  }

  /** {@return the rules that want to see a tree of this name} */
  List<JavaRule> in(String name) {
    return byName.getOrDefault(name, inAll);
  }

  /** {@return what a tree calls, creates or selects; null if it has no name} */
  static @Nullable Name nameOf(@Nullable Tree tree) {
    return tree == null
        ? null
        : switch (tree.getKind()) { // cheaper than to ask for interfaces
          case METHOD_INVOCATION -> nameOf(((MethodInvocationTree) tree).getMethodSelect());
          case NEW_CLASS -> nameOf(((NewClassTree) tree).getIdentifier());
          case PARAMETERIZED_TYPE -> nameOf(((ParameterizedTypeTree) tree).getType());
          case MEMBER_SELECT -> ((MemberSelectTree) tree).getIdentifier();
          case IDENTIFIER -> ((IdentifierTree) tree).getName();
          default -> null;
        };
  }

  private static boolean isNamed(Tree.Kind kind) {
    return kind == Tree.Kind.METHOD_INVOCATION
        || kind == Tree.Kind.NEW_CLASS
        || kind == Tree.Kind.MEMBER_SELECT;
  }
}
