package io.kirolinter.core.progress;

/** Hears how far a piece of work is. Called by many threads, often; so it must be quick. */
@FunctionalInterface
public interface Progress {

  /**
   * Tells the state of the work.
   *
   * @param what what is being counted, such as {@code files}
   * @param done how many are done
   * @param total how many there are; 0 while unknown
   */
  void update(String what, long done, long total);

  /** {@return a progress that nobody looks at} */
  static Progress none() {
    return (what, done, total) -> {};
  }
}
