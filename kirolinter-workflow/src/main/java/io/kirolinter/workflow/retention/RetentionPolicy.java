package io.kirolinter.workflow.retention;

import java.time.Duration;

/**
 * How much is kept, by age and by count; what exceeds either is deleted.
 *
 * @param age of runs and experiments since their end, of observations since they were made; more
 *     than zero
 * @param runs how many of each repository, the newest first; 1 or more
 * @param experiments how many in all, the newest first; 1 or more
 * @param observations how many of each kind and repository, the newest first; 1 or more
 */
public record RetentionPolicy(Duration age, int runs, int experiments, int observations) {

  public RetentionPolicy {
    if (age.isNegative() || age.isZero()) {
      throw new IllegalArgumentException("age must be > 0, was " + age);
    }
    requirePositive("runs", runs);
    requirePositive("experiments", experiments);
    requirePositive("observations", observations);
  }

  /**
   * {@return 90 days, and at most 10,000 runs of a repository, 1,000 experiments, and 100,000
   * observations of a kind}
   */
  public static RetentionPolicy standard() {
    return new RetentionPolicy(Duration.ofDays(90), 10_000, 1_000, 100_000);
  }

  public RetentionPolicy withAge(Duration wanted) {
    return new RetentionPolicy(wanted, runs, experiments, observations);
  }

  public RetentionPolicy withRuns(int most) {
    return new RetentionPolicy(age, most, experiments, observations);
  }

  public RetentionPolicy withExperiments(int most) {
    return new RetentionPolicy(age, runs, most, observations);
  }

  public RetentionPolicy withObservations(int most) {
    return new RetentionPolicy(age, runs, experiments, most);
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("%s must be >= 1, was %d".formatted(name, value));
    }
  }
}
