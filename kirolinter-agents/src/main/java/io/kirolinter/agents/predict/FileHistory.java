package io.kirolinter.agents.predict;

import io.kirolinter.core.source.SourcePath;
import java.time.Instant;

/**
 * What the history tells about one file. Years and weights are measured from the newest commit.
 *
 * @param focus the changes, each divided by the number of files in its commit and halved for every
 *     year of its age
 * @param decayedFixes the fixes, each halved for every year of its age
 * @param changes how many commits changed it
 * @param fixes how many of these were fixes
 * @param recentChanges changes of the last year
 * @param recentFixes fixes of the last year
 * @param lastChange when the newest change was committed
 */
record FileHistory(
    SourcePath path,
    double focus,
    double decayedFixes,
    int changes,
    int fixes,
    int recentChanges,
    int recentFixes,
    Instant lastChange) {

  /** {@return what is known of a file that no commit of the history names} */
  static FileHistory none(SourcePath path) {
    return new FileHistory(path, 0, 0, 0, 0, 0, 0, Instant.EPOCH);
  }
}
