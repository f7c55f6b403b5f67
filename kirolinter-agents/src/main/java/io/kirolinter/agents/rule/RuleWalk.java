package io.kirolinter.agents.rule;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** Leads rules through files: one walk over each tree, whatever the number of rules. */
public final class RuleWalk {

  /**
   * How many trees within each other are looked at; code of people has some dozens. The time for a
   * chain of operands grows with the square of its length, as each tree holds the text of all
   * below.
   */
  static final int DEEPEST = 400;

  private final Map<Tree.Kind, Interest> interests;
  private final Map<RuleId, Rule> rules;

  private RuleWalk(Map<Tree.Kind, Interest> interests, Map<RuleId, Rule> rules) {
    this.interests = interests;
    this.rules = rules;
  }

  /** {@return a walk for these rules; safe for use by many threads} */
  public static RuleWalk of(Collection<JavaRule> rules) {
    Map<Tree.Kind, Interest> byKind = new EnumMap<>(Tree.Kind.class);
    for (Tree.Kind kind : Tree.Kind.values()) {
      List<JavaRule> interested =
          rules.stream().filter(rule -> rule.kinds().contains(kind)).toList();
      if (!interested.isEmpty()) {
        byKind.put(kind, Interest.of(interested, kind));
      }
    }
    Map<RuleId, Rule> byId = new HashMap<>();
    rules.forEach(rule -> byId.put(rule.about().id(), rule.about()));
    return new RuleWalk(byKind, byId);
  }

  /**
   * {@return what the rules find in a file and its author has not suppressed there, in the order of
   * the walk}
   */
  public List<Finding> findings(SyntaxTree file) {
    return findings(file, tooDeep -> {});
  }

  /**
   * {@return what the rules find in a file and its author has not suppressed there, in the order of
   * the walk}
   *
   * @param tooDeep hears of each tree that is nested too deeply to be looked at
   */
  public List<Finding> findings(SyntaxTree file, Consumer<Tree> tooDeep) {
    return Suppressions.without(file, all(file, tooDeep), rules);
  }

  /** {@return what the rules find in a file and its author has suppressed there} */
  public List<Finding> suppressed(SyntaxTree file) {
    List<Finding> all = all(file, tooDeep -> {});
    List<Finding> shown = Suppressions.without(file, all, rules);
    return all.stream().filter(one -> !shown.contains(one)).toList();
  }

  private List<Finding> all(SyntaxTree file, Consumer<Tree> tooDeep) {
    RuleContext context = new RuleContext(file);
    new Walker(context, tooDeep).scan(file.unit(), null);
    return context.findings();
  }

  private final class Walker extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final RuleContext context;
    private final Consumer<Tree> tooDeep;
    private final Map<Tree.Kind, Map<Name, List<JavaRule>>> known = new EnumMap<>(Tree.Kind.class);
    private int depth;

    Walker(RuleContext context, Consumer<Tree> tooDeep) {
      this.context = context;
      this.tooDeep = tooDeep;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
      if (tree == null) {
        return null;
      }
      if (depth == DEEPEST) {
        tooDeep.accept(tree);
        return null;
      }
      depth++;
      context.enter(tree);
      check(tree);
      tree.accept(this, unused);
      context.leave();
      depth--;
      return null;
    }

    private void check(Tree tree) {
      Interest interest = interests.get(tree.getKind());
      if (interest == null) {
        return;
      }
      List<JavaRule> interested =
          interest.isInNames() ? inNameOf(tree, interest) : interest.inAll();
      if (interested.isEmpty() || !context.file().isWritten(tree)) {
        return;
      }
      for (JavaRule rule : interested) {
        context.nowChecks(rule.about());
        rule.check(tree, context);
      }
    }

    /** The names of a file are few, and to spell one out costs more than to look it up. */
    private List<JavaRule> inNameOf(Tree tree, Interest interest) {
      Name name = Interest.nameOf(tree);
      if (name == null) {
        return interest.inAll();
      }
      Map<Name, List<JavaRule>> ofKind =
          known.computeIfAbsent(tree.getKind(), any -> new HashMap<>());
      List<JavaRule> interested = ofKind.get(name);
      if (interested == null) {
        interested = interest.in(name.toString());
        ofKind.put(name, interested);
      }
      return interested;
    }
  }
}
