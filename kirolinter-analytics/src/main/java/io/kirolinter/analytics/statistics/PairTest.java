package io.kirolinter.analytics.statistics;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A two-sided test of whether one side of independent pairs is the better one, together with its
 * rule of when to stop. Immutable; choose one before the first pair.
 *
 * <table>
 * <caption>Which one</caption>
 * <tr><td>{@link #watched}</td><td>N is planned, and one looks after every pair</td></tr>
 * <tr><td>{@link #atPlannedEnd}</td><td>N is planned, and nobody acts before its end</td></tr>
 * <tr><td>{@link #watchedOnGivenBlocks}</td><td>as the first, on blocks that were not drawn at
 * random</td></tr>
 * <tr><td>{@link #openEnded}</td><td>no N is planned</td></tr>
 * </table>
 */
public sealed interface PairTest
    permits UnconditionalSignTest, SequentialSignTest, OpenEndedSignTest {

  /**
   * What the pairs so far say.
   *
   * @param winner {@link PairOutcome#TIE} while there is none
   * @param pairsUsed up to the crossing, or all
   * @param isFinal whether the plan allows to end now; if not, the p-value is 1 and the interval
   *     [0, 1]
   * @param pValue two-sided; at most alpha exactly if there is a winner
   * @param share of decided pairs that A wins, with an interval of the level 1 - alpha that holds
   *     in spite of the stopping
   */
  record Reading(
      PairOutcome winner, int pairsUsed, boolean isFinal, double pValue, Proportion share) {

    public Reading {
      requireNonNull(winner, "winner");
      requireNonNull(share, "share");
    }
  }

  /** {@return how the test is called, for people} */
  String description();

  /** {@return the most pairs it can use} */
  int mostPairs();

  /**
   * {@return the winner that the pairs have shown, in the order in which they were run; TIE if none
   * yet} Quicker than {@link #read}.
   *
   * @throws IllegalArgumentException if there are more pairs than {@link #mostPairs}
   */
  PairOutcome winner(List<PairOutcome> pairs);

  /**
   * {@return what the pairs say, in the order in which they were run}
   *
   * @throws IllegalArgumentException if there are more pairs than {@link #mostPairs}
   */
  Reading read(List<PairOutcome> pairs);

  /**
   * {@return the chance to find the better side within {@link #mostPairs}}
   *
   * @param decidedShare how often a pair is decided at all, in [0, 1]
   * @param winShare how often the better side wins a decided pair, in [0, 1]
   */
  double power(double decidedShare, double winShare);

  /**
   * {@return the test for who looks after each of {@code pairs} planned pairs} On up to {@value
   * UnconditionalSignTest#MOST_PAIRS} pairs the {@link UnconditionalSignTest}; beyond, where they
   * are alike and that one takes long, the {@link SequentialSignTest}.
   */
  static PairTest watched(int pairs, double alpha) {
    return pairs <= UnconditionalSignTest.MOST_PAIRS
        ? UnconditionalSignTest.watched(pairs, alpha)
        : new SequentialSignTest(pairs, alpha);
  }

  /** {@return the test for who looks once, after {@code pairs} planned pairs} */
  static PairTest atPlannedEnd(int pairs, double alpha) {
    return pairs <= UnconditionalSignTest.MOST_PAIRS
        ? UnconditionalSignTest.atPlannedEnd(pairs, alpha)
        : new SequentialSignTest(pairs, alpha);
  }

  /**
   * {@return the test for blocks that were chosen rather than drawn} There the chance of a decided
   * pair may differ from block to block in any way.
   */
  static PairTest watchedOnGivenBlocks(int pairs, double alpha) {
    return new SequentialSignTest(pairs, alpha);
  }

  /**
   * {@return the test without a planned end, by e-processes}
   *
   * @param mostPairs for {@link #power}, and beyond which nothing is read
   */
  static PairTest openEnded(int mostPairs, double alpha) {
    return new OpenEndedSignTest(mostPairs, alpha);
  }
}
