package io.kirolinter.agents.fix.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.fix.fault.FaultIsolation.Fault;
import io.kirolinter.agents.fix.fault.FaultIsolation.Result;
import io.kirolinter.agents.fix.fault.FaultIsolation.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultIsolationTest {

  private static final List<Integer> ITEMS = IntStream.range(0, 201).boxed().toList();

  private final List<List<Integer>> trials = new ArrayList<>();

  @Test
  void asksOnceWhereAllWorkTogether() {
    Result<Integer> result = isolate(ITEMS, some -> true);

    assertThat(result.kept()).isEqualTo(ITEMS);
    assertThat(result.faults()).isEmpty();
    assertThat(trials).hasSize(1);
  }

  @Test
  void asksNothingWhereThereIsNothing() {
    assertThat(isolate(List.of(), some -> false).kept()).isEmpty();
    assertThat(trials).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 77, 100, 199, 200})
  void findsOneFaultyAmongTwoHundredGoodWithFewTrials(int faulty) {
    Result<Integer> result = isolate(ITEMS, some -> !some.contains(faulty));

    assertThat(result.kept()).hasSize(200).doesNotContain(faulty);
    assertThat(result.faults())
        .containsExactly(new Fault<>(List.of(faulty), "evidence of " + List.of(faulty)));
    assertThat((double) trials.size()).isLessThanOrEqualTo(2 * Math.log(201) / Math.log(2) + 3);
    assertThat(trials).hasSizeLessThanOrEqualTo(12);
  }

  @Test
  void findsSeveralFaultyOnesOneAfterTheOther() {
    Set<Integer> faulty = Set.of(3, 50, 51, 180);

    Result<Integer> result = isolate(ITEMS, some -> some.stream().noneMatch(faulty::contains));

    assertThat(result.kept()).hasSize(197).doesNotContainAnyElementsOf(faulty);
    assertThat(result.faults()).hasSize(4).allSatisfy(f -> assertThat(f.items()).hasSize(1));
  }

  @Test
  void leavesOutAllThatFailOnlyTogether() {
    Result<Integer> result = isolate(ITEMS, some -> !some.containsAll(List.of(20, 120, 121)));

    assertThat(result.faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.items()).containsExactly(20, 120, 121));
    assertThat(result.kept()).hasSize(198);
  }

  @Test
  void endsWhereNothingWorks() {
    Result<Integer> result = isolate(ITEMS.subList(0, 4), some -> false);

    assertThat(result.kept()).isEmpty();
    assertThat(result.faults()).hasSize(4);
  }

  @Test
  void triesTheItemsInTheirOrder() {
    isolate(ITEMS, some -> !some.containsAll(List.of(20, 120)));

    assertThat(trials).allSatisfy(trial -> assertThat(trial).isSorted());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void asksFewTimesMoreForEachFurtherFault(int faults) {
    List<Integer> faulty = IntStream.range(0, faults).mapToObj(i -> i * 40 + 7).toList();

    Result<Integer> result = isolate(ITEMS, some -> some.stream().noneMatch(faulty::contains));

    assertThat(result.faults()).hasSize(faults);
    assertThat(result.trials()).isEqualTo(trials.size());
    assertThat(trials).hasSizeLessThanOrEqualTo(faults * (8 + 2) + 2);
  }

  @Test
  void keepsAllWhereTheWholeWorksWhenItIsRepeated() {
    Result<Integer> result =
        FaultIsolation.among(ITEMS, oracle(some -> false, some -> some.size() != ITEMS.size()));

    assertThat(result.isReliable()).isFalse();
    assertThat(result.kept()).isEqualTo(ITEMS);
    assertThat(result.faults()).isEmpty();
    assertThat(result.trials()).isEqualTo(2);
  }

  @Test
  void keepsAllWhereAFaultWorksWhenItIsRepeated() {
    Result<Integer> result =
        FaultIsolation.among(
            ITEMS, oracle(some -> !some.contains(7), some -> some.size() == ITEMS.size()));

    assertThat(result.isReliable()).isFalse();
    assertThat(result.kept()).isEqualTo(ITEMS);
    assertThat(trials).hasSizeLessThan(15);
  }

  @Test
  void stopsEarlyWhereOneAnswerOfTheSearchWasWrong() {
    Result<Integer> result =
        FaultIsolation.among(
            ITEMS,
            oracle(some -> trials.size() != 3 && !some.contains(180), some -> some.contains(180)));

    assertThat(result.isReliable()).isFalse();
    assertThat(trials).hasSizeLessThan(25);
  }

  @Test
  void blamesAnItemThatFailsWheneverItIsRepeated() {
    Result<Integer> result =
        FaultIsolation.among(ITEMS, oracle(some -> !some.contains(7), some -> some.contains(7)));

    assertThat(result.isReliable()).isTrue();
    assertThat(result.kept()).hasSize(200).doesNotContain(7);
    assertThat(result.faults().get(0).evidence()).isEqualTo("again");
  }

  private FaultIsolation.Oracle<Integer> oracle(
      Predicate<List<Integer>> passes, Predicate<List<Integer>> failsAgain) {
    return new FaultIsolation.Oracle<>() {
      @Override
      public Trial trial(List<Integer> some) {
        trials.add(some);
        return passes.test(some) ? Trial.passed() : Trial.failed("once");
      }

      @Override
      public Trial again(List<Integer> some, Trial first) {
        trials.add(some);
        return failsAgain.test(some) ? Trial.failed("again") : Trial.passed();
      }
    };
  }

  private Result<Integer> isolate(List<Integer> items, Predicate<List<Integer>> passes) {
    return FaultIsolation.among(
        items,
        some -> {
          trials.add(List.copyOf(some));
          return passes.test(some) ? Trial.passed() : Trial.failed("evidence of " + some);
        });
  }
}
