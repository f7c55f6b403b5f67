package io.kirolinter.agents.fix.choice;

import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.RuleId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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

  private FixChoices(List<Finding> offered) {
    this.offered = offered;
  }

  /** {@return no choice yet among findings with fixes, which are offered in this order} */
  public static FixChoices among(List<Finding> offered) {
    return new FixChoices(List.copyOf(offered));
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
    made.addLast(new Made(place, offered.get(place).rule(), choice));
  }

  /**
   * {@return whether there was a choice; it is taken back, and its fix is the current one again}
   */
  public boolean undo() {
    return made.pollLast() != null;
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

  private boolean isAccepted(int place) {
    return made.stream()
        .filter(one -> one.place() == place)
        .findFirst()
        .or(() -> ruling(place))
        .map(one -> one.choice() == Choice.ACCEPT || one.choice() == Choice.ACCEPT_RULE)
        .orElse(false);
  }

  /** {@return the choice about the rule of a fix that was made at an earlier one} */
  private Optional<Made> ruling(int place) {
    RuleId rule = offered.get(place).rule();
    return made.stream()
        .filter(one -> one.isAboutRule() && one.place() < place && one.rule().equals(rule))
        .findFirst();
  }
}
