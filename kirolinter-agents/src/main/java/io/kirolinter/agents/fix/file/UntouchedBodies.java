package io.kirolinter.agents.fix.file;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.fix.change.Stretch;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.core.source.TextEdit;
import java.util.ArrayList;
import java.util.List;

/**
 * The bodies that a compiler need not look into again, as nothing that they could see has changed:
 * where all edits lie within bodies, those without any.
 */
final class UntouchedBodies {

  private final SyntaxTree file;
  private final List<Stretch> all = new ArrayList<>();
  private final List<Stretch> ofMethods = new ArrayList<>();

  private UntouchedBodies(SyntaxTree file) {
    this.file = file;
    file.unit().getTypeDecls().forEach(this::collect);
  }

  /** {@return stretches of the text after, braces included; in order} */
  static List<Stretch> between(FileVersion before, FileVersion after) {
    List<Stretch> removed = new ArrayList<>();
    List<Stretch> written = new ArrayList<>();
    int shift = 0;
    for (TextEdit edit : after.chain().edits()) {
      removed.add(new Stretch(edit.start(), edit.end()));
      int start = edit.start() + shift;
      written.add(new Stretch(start, start + edit.replacement().length()));
      shift += edit.growth();
    }
    UntouchedBodies then = new UntouchedBodies(before.tree());
    UntouchedBodies now = new UntouchedBodies(after.tree());
    return then.hold(removed) && now.hold(written) ? now.without(written) : List.of();
  }

  private boolean hold(List<Stretch> edits) {
    return edits.stream().allMatch(edit -> all.stream().anyMatch(body -> holds(body, edit)));
  }

  private List<Stretch> without(List<Stretch> edits) {
    return ofMethods.stream()
        .filter(body -> edits.stream().noneMatch(edit -> holds(body, edit)))
        .toList();
  }

  private static boolean holds(Stretch body, Stretch edit) {
    return body.start() < edit.start() && edit.end() < body.end();
  }

  private void collect(Tree tree) {
    if (tree instanceof ClassTree type) {
      type.getMembers().forEach(this::collect);
    } else if (tree instanceof BlockTree initializer) {
      all.add(stretch(initializer));
    } else if (tree instanceof MethodTree method && method.getBody() != null) {
      addBody(method);
    }
  }

  /** Constructors are looked into again all the same: they must call one of the superclass. */
  private void addBody(MethodTree method) {
    if (file.isWritten(method.getBody())) {
      Stretch body = stretch(method.getBody());
      all.add(body);
      if (method.getReturnType() != null) {
        ofMethods.add(body);
      }
    }
  }

  private Stretch stretch(Tree tree) {
    return new Stretch(file.start(tree), file.end(tree));
  }
}
