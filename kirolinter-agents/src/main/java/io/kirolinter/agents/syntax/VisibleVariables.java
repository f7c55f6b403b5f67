package io.kirolinter.agents.syntax;

import com.sun.source.tree.VariableTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** The variables that can be named at one place of a file, and what each name meant outside. */
final class VisibleVariables {

  private record Hidden(Name name, @Nullable VariableTree variable) {}

  private final Map<Name, VariableTree> visible = new HashMap<>();
  private final List<Hidden> hidden = new ArrayList<>();
  private final Deque<Map<Name, VariableTree>> fields = new ArrayDeque<>();

  /** {@return the place to go {@linkplain #leave back} to} */
  int enter() {
    return hidden.size();
  }

  /** Forgets what was declared since. */
  void leave(int entered) {
    for (int i = hidden.size() - 1; i >= entered; i--) {
      Hidden last = hidden.remove(i);
      if (last.variable() == null) {
        visible.remove(last.name());
      } else {
        visible.put(last.name(), last.variable());
      }
    }
  }

  int enterClass() {
    fields.push(new HashMap<>());
    return enter();
  }

  void leaveClass(int entered) {
    leave(entered);
    fields.pop();
  }

  void declare(VariableTree variable) {
    Name name = variable.getName();
    hidden.add(new Hidden(name, visible.put(name, variable)));
  }

  void declareField(VariableTree field) {
    declare(field);
    fields.element().put(field.getName(), field);
  }

  @Nullable VariableTree named(Name name) {
    return visible.get(name);
  }

  /** {@return what {@code this.name} means} */
  @Nullable VariableTree fieldNamed(Name name) {
    Map<Name, VariableTree> innermost = fields.peek();
    return innermost == null ? null : innermost.get(name);
  }
}
