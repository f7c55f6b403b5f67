package io.kirolinter.agents.fix.fault;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Delta debugging: finds the items that make a whole fail. All are tried at once first; only when
 * they fail are the guilty ones searched by bisection, left out, and the rest tried again.
 *
 * <p>Among {@code n} items with one faulty one it asks at most {@code log2(n) + 4} times, and
 * {@code log2(n) + 2} times for each further one. Items that fail only together are all left out,
 * as none can be told to be the guilty one.
 *
 * <p>What decides about an item is asked twice, of an oracle that may answer the same question
 * differently: where it does, nothing is blamed on its account.
 */
public final class FaultIsolation<T> {

  /**
   * The answer of a trial.
   *
   * @param passes whether the tried items work
   * @param evidence why they do not, for people; empty if they do
   */
  public record Trial(boolean passes, String evidence) {

    public static Trial passed() {
      return new Trial(true, "");
    }

    public static Trial failed(String evidence) {
      return new Trial(false, evidence);
    }
  }

  /** Tells whether items work. */
  public interface Oracle<T> {

    /** {@return whether some of the items work together, given in their order} */
    Trial trial(List<T> some);

    /** {@return the same about items that failed once: the first answer, unless chance plays in} */
    default Trial again(List<T> some, Trial first) {
      return first;
    }
  }

  /** Items that fail together, a single one as a rule, and how they do. */
  public record Fault<T>(List<T> items, String evidence) {

    public Fault {
      items = List.copyOf(items);
    }
  }

  /**
   * What was found.
   *
   * @param kept items that work together, in their order; all of them in the last trial
   * @param trials how often was asked, repetitions among them
   * @param isReliable whether no question was answered in two ways; else all items are kept
   */
  public record Result<T>(List<T> kept, List<Fault<T>> faults, int trials, boolean isReliable) {

    public Result {
      kept = List.copyOf(kept);
      faults = List.copyOf(faults);
    }
  }

  /** The oracle has contradicted itself. */
  private static final class Contradiction extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Contradiction() {
      super("a trial that failed passes when it is repeated", null, false, false);
    }
  }

  private final Oracle<T> oracle;
  private final Set<List<T>> confirmed = new HashSet<>();
  private int trials;
  private Trial lastFailed = Trial.failed("");

  private FaultIsolation(Oracle<T> oracle) {
    this.oracle = oracle;
  }

  /** {@return the items without the faulty ones} */
  public static <T> Result<T> among(List<T> items, Oracle<T> oracle) {
    return new FaultIsolation<>(oracle).run(items);
  }

  private Result<T> run(List<T> items) {
    List<Fault<T>> faults = new ArrayList<>();
    try {
      List<T> kept = search(items, faults);
      return new Result<>(kept, faults, trials, true);
    } catch (Contradiction e) {
      return new Result<>(items, List.of(), trials, false);
    }
  }

  private List<T> search(List<T> items, List<Fault<T>> faults) {
    List<T> kept = new ArrayList<>(items);
    int works = 0;
    while (!kept.isEmpty() && fails(kept)) {
      if (faults.isEmpty()) {
        confirm(kept);
      }
      Fault<T> fault = nextFault(kept, works);
      // what stood in front of a faulty item was tried together, and works
      works = fault.items().size() == 1 ? kept.indexOf(fault.items().get(0)) : 0;
      kept.removeAll(fault.items());
      faults.add(fault);
    }
    return kept;
  }

  /** Grows the fault item by item, each the last of the shortest start that still fails with it. */
  private Fault<T> nextFault(List<T> failing, int works) {
    List<T> guilty = new ArrayList<>();
    List<T> rest = failing;
    int start = works;
    do {
      List<T> known = List.copyOf(guilty);
      List<T> searched = rest;
      if (!known.isEmpty()) {
        confirm(joined(searched, known));
      }
      int length =
          shortest(start, searched.size(), n -> fails(joined(searched.subList(0, n), known)));
      guilty.add(0, searched.get(length - 1));
      rest = searched.subList(0, length - 1);
      start = 0;
    } while (!rest.isEmpty() && !fails(guilty));
    confirm(guilty);
    return new Fault<>(guilty, lastFailed.evidence());
  }

  /** {@return the smallest length that fails, where one is known to work, and the longest not} */
  private static int shortest(int least, int most, Predicate<Integer> fails) {
    int works = least;
    int failing = most;
    while (failing - works > 1) {
      int middle = (works + failing) >>> 1;
      if (fails.test(middle)) {
        failing = middle;
      } else {
        works = middle;
      }
    }
    return failing;
  }

  private List<T> joined(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private boolean fails(List<T> some) {
    trials++;
    return isFailure(oracle.trial(some));
  }

  /** Asks again about items that have failed, once. */
  private void confirm(List<T> some) {
    if (confirmed.add(List.copyOf(some))) {
      Trial again = oracle.again(List.copyOf(some), lastFailed);
      if (!again.equals(lastFailed)) {
        trials++;
      }
      if (!isFailure(again)) {
        throw new Contradiction();
      }
    }
  }

  private boolean isFailure(Trial answer) {
    if (!answer.passes()) {
      lastFailed = answer;
    }
    return !answer.passes();
  }
}
