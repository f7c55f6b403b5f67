package io.kirolinter.core.choice;

import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.RuleId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fixes that are offered one after the other, and what was chosen so far. Nothing is made before
 * all is chosen, so that every choice can be taken back. A choice about a rule is about its fixes
 * from that place on; what was chosen before stays.
 *
 * <p>For one thread.
 */
public final class FixChoices {

  private record Made(int place, RuleId rule, Choice choice) {

    boolean isAboutRule() {
      return choice == Choice.ACCEPT_RULE || choice == Choice.REFUSE_RULE;
    }
  }

  private final List<Finding> offered;
  private final Deque<Made> made = new ArrayDeque<>();
  private final Map<Integer, Made> byPlace = new HashMap<>();
  private final Map<RuleId, Made> byRule = new HashMap<>();

  private FixChoices(List<Finding> offered) {
    this.offered = offered;
  }

  /** {@return no choice yet among findings with fixes, which are offered in this order} */
  public static FixChoices among(List<Finding> offered) {
    return new FixChoices(List.copyOf(offered));
  }

  /** {@return the choice of all fixes} */
  public static FixChoices all(List<Finding> offered) {
    FixChoices all = among(offered);
    all.chooseRest(Choice.ACCEPT);
    return all;
  }

  /** {@return how many fixes are offered} */
  public int size() {
    return offered.size();
  }

  /** {@return the place of the fix that is to be chosen now, from 1; empty if all are chosen} */
  public Optional<Integer> place() {
    return IntStream.range(made.isEmpty() ? 0 : made.getLast().place() + 1, offered.size())
        .filter(place -> ruling(place).isEmpty())
        .mapToObj(place -> place + 1)
        .findFirst();
  }

  /** {@return the finding whose fix is to be chosen now; empty if all are chosen} */
  public Optional<Finding> current() {
    return place().map(place -> offered.get(place - 1));
  }

  /**
   * Chooses for the current fix.
   *
   * @throws IllegalStateException if there is none
   */
  public void choose(Choice choice) {
    int place = place().orElseThrow(() -> new IllegalStateException("all are chosen")) - 1;
    make(new Made(place, offered.get(place).rule(), choice));
  }

  /** Chooses for a fix, whichever the current one is; nothing if it is not offered. */
  public void choose(Finding fix, Choice choice) {
    int place = offered.indexOf(fix);
    if (place >= 0) {
      make(new Made(place, fix.rule(), choice));
    }
  }

  /** Chooses the same for all fixes that are not chosen yet. */
  public void chooseRest(Choice choice) {
    while (current().isPresent()) {
      choose(choice);
    }
  }

  /** {@return whether there is a choice that can be taken back} */
  public boolean canUndo() {
    return !made.isEmpty();
  }

  /**
   * {@return whether there was a choice; it is taken back, and its fix is the current one again}
   */
  public boolean undo() {
    Made last = made.pollLast();
    if (last != null) {
      byPlace.remove(last.place(), last);
      byRule.remove(last.rule(), last);
    }
    return last != null;
  }

  /** {@return the findings whose fixes are wanted, in the order in which they were offered} */
  public List<Finding> accepted() {
    return IntStream.range(0, offered.size())
        .filter(this::isAccepted)
        .mapToObj(offered::get)
        .toList();
  }

  /** {@return the rules whose fixes are not wanted in this repository} */
  public Set<RuleId> refused() {
    return made.stream()
        .filter(one -> one.choice() == Choice.REFUSE_RULE)
        .map(Made::rule)
        .collect(Collectors.toSet());
  }

  private void make(Made choice) {
    made.addLast(choice);
    byPlace.put(choice.place(), choice);
    if (choice.isAboutRule()) {
      byRule.putIfAbsent(choice.rule(), choice);
    }
  }

  private boolean isAccepted(int place) {
    return Optional.ofNullable(byPlace.get(place))
        .or(() -> ruling(place))
        .map(one -> one.choice() == Choice.ACCEPT || one.choice() == Choice.ACCEPT_RULE)
        .orElse(false);
  }

  /** {@return the choice about the rule of a fix that was made at an earlier one} */
  private Optional<Made> ruling(int place) {
    return Optional.ofNullable(byRule.get(offered.get(place).rule()))
        .filter(one -> one.place() < place);
  }
}
