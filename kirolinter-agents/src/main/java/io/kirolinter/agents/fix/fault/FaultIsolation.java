package io.kirolinter.agents.fix.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Delta debugging: finds the items that make a whole fail. All are tried at once first; only when
 * they fail are the guilty ones searched by bisection, left out, and the rest tried again.
 *
 * <p>Among {@code n} items with one faulty one it asks at most {@code log2(n) + 4} times. Items
 * that fail only together are all left out, as none can be told to be the guilty one.
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
   */
  public record Result<T>(List<T> kept, List<Fault<T>> faults) {

    public Result {
      kept = List.copyOf(kept);
      faults = List.copyOf(faults);
    }
  }

  private final Function<List<T>, Trial> trial;
  private String evidence = "";

  private FaultIsolation(Function<List<T>, Trial> trial) {
    this.trial = trial;
  }

  /**
   * {@return the items without the faulty ones}
   *
   * @param trial tells whether some of the items work together, given in their order
   */
  public static <T> Result<T> among(List<T> items, Function<List<T>, Trial> trial) {
    return new FaultIsolation<>(trial).run(items);
  }

  private Result<T> run(List<T> items) {
    List<T> kept = new ArrayList<>(items);
    List<Fault<T>> faults = new ArrayList<>();
    while (!kept.isEmpty() && fails(kept)) {
      Fault<T> fault = nextFault(kept);
      kept.removeAll(fault.items());
      faults.add(fault);
    }
    return new Result<>(kept, faults);
  }

  /** Grows the fault item by item, each the last of the shortest start that still fails with it. */
  private Fault<T> nextFault(List<T> failing) {
    List<T> guilty = new ArrayList<>();
    List<T> rest = failing;
    do {
      List<T> known = List.copyOf(guilty);
      List<T> searched = rest;
      int length = shortest(searched.size(), n -> fails(joined(searched.subList(0, n), known)));
      guilty.add(0, searched.get(length - 1));
      rest = searched.subList(0, length - 1);
    } while (!rest.isEmpty() && !fails(guilty));
    return new Fault<>(guilty, evidence);
  }

  /** {@return the smallest length that fails, where {@code most} is known to} */
  private static int shortest(int most, Predicate<Integer> fails) {
    int works = 0;
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
    Trial answer = trial.apply(some);
    if (!answer.passes()) {
      evidence = answer.evidence();
    }
    return !answer.passes();
  }
}
