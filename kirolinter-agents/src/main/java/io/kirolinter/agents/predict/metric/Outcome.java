package io.kirolinter.agents.predict.metric;

/**
 * What became of the files of one moment.
 *
 * @param happened for each file, whether it was fixed afterwards
 * @param lines for each file, how long it was; 1 or more
 */
@SuppressWarnings("ArrayRecordComponent") // read again and again by metrics, and never changed
public record Outcome(boolean[] happened, long[] lines) {

  public Outcome {
    if (happened.length != lines.length) {
      throw new IllegalArgumentException(
          "there must be lines for each file, was " + lines.length + " for " + happened.length);
    }
  }

  public int files() {
    return happened.length;
  }

  /** {@return how many files were fixed} */
  public int positives() {
    int count = 0;
    for (boolean one : happened) {
      count += one ? 1 : 0;
    }
    return count;
  }

  long allLines() {
    long sum = 0;
    for (long one : lines) {
      sum += one;
    }
    return sum;
  }
}
