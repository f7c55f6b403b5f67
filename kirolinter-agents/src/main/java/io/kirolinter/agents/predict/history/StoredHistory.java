package io.kirolinter.agents.predict.history;

import io.kirolinter.core.repository.CommitId;
import java.util.Arrays;
import java.util.List;

/**
 * A history as it is kept. All but the commit is numbers: a path might look like a secret, and what
 * does is never kept.
 *
 * @param commit the newest commit that was read
 * @param commits how many were read
 * @param paths the hashes of all paths
 * @param fileOf for each path, which file it leads to
 * @param places for each file, the hash of the path where it was last seen
 */
@SuppressWarnings("ArrayRecordComponent") // a hundred thousand boxed numbers would be slow to read
record StoredHistory(
    CommitId commit,
    int commits,
    long[] paths,
    int[] fileOf,
    long[] places,
    List<StoredFile> files) {

  /** Raised when anything is counted otherwise. */
  static final int VERSION = 1;

  private static final int TIMES = 3;

  /**
   * One file.
   *
   * @param times of the first change, the last one, and the last fix
   */
  record StoredFile(
      int changes, int fixes, long[] times, double[] sums, long[] authors, long[] recent) {

    StoredFile {
      if (sums.length != Trend.values().length || times.length != TIMES) {
        throw new IllegalArgumentException(
            "there must be a sum for each trend and 3 times, was %d and %d"
                .formatted(sums.length, times.length));
      }
    }
  }

  StoredHistory {
    files = List.copyOf(files);
    int known = files.size();
    boolean fits =
        paths.length == fileOf.length
            && places.length == known
            && Arrays.stream(fileOf).allMatch(file -> file >= 0 && file < known);
    if (!fits) {
      throw new IllegalArgumentException("paths must lead to files, and files have places");
    }
  }
}
