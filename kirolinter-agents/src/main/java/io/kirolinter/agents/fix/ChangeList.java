package io.kirolinter.agents.fix;

import io.kirolinter.agents.fix.change.EditChain;
import io.kirolinter.agents.fix.change.FileChange;
import io.kirolinter.agents.fix.change.RuleStep;
import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.artifact.FixSet.FileEdit;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sorts the steps of all files into one change per rule. A rule has a second change only where its
 * fixes became possible by those of a rule whose turn is later.
 */
final class ChangeList {

  /** What one rule does, file by file. */
  private static final class Slot {
    private final Rule rule;
    private final List<AppliedFix> fixes = new ArrayList<>();
    private final Map<SourcePath, EditChain> chains = new TreeMap<>();
    private final List<FileEdit> files = new ArrayList<>();

    Slot(Rule rule) {
      this.rule = rule;
    }

    RuleChange change() {
      return new RuleChange(rule.id(), rule.name(), fixes, files);
    }
  }

  private final List<Slot> slots = new ArrayList<>();

  private ChangeList(List<Rule> order) {
    order.forEach(rule -> slots.add(new Slot(rule)));
  }

  /**
   * {@return the changes that lead to the state after all steps}
   *
   * @param order the rules in the order in which they had their turns
   */
  static List<RuleChange> of(List<Rule> order, List<FileChange> files) {
    ChangeList list = new ChangeList(order);
    files.forEach(list::add);
    return list.slots.stream().filter(slot -> !slot.fixes.isEmpty()).map(Slot::change).toList();
  }

  private void add(FileChange file) {
    SourceText before = file.before();
    int at = 0;
    for (RuleStep step : file.steps()) {
      int next = slotFor(step.rule(), at);
      if (next != at) {
        before = close(file.path(), at, before);
      }
      at = next;
      Slot slot = slots.get(at);
      EditChain chain = slot.chains.getOrDefault(file.path(), EditChain.of(before.text()));
      slot.chains.put(file.path(), chain.then(step.edits()));
      slot.fixes.addAll(step.fixes());
    }
    close(file.path(), at, before);
  }

  /** {@return the first turn of the rule from {@code from} on} */
  private int slotFor(Rule rule, int from) {
    for (int at = from; at < slots.size(); at++) {
      if (slots.get(at).rule.id().equals(rule.id())) {
        return at;
      }
    }
    slots.add(new Slot(rule));
    return slots.size() - 1;
  }

  /** Writes down what a slot does to a file, and gives the text that it leaves. */
  private SourceText close(SourcePath path, int at, SourceText before) {
    EditChain chain = slots.get(at).chains.get(path);
    if (chain == null) {
      return before;
    }
    SourceText after = new SourceText(chain.text(), before.start());
    slots.get(at).files.add(new FileEdit(path, before.hash(), chain.edits(), after.hash()));
    return after;
  }
}
