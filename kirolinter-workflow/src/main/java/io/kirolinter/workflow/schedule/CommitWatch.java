package io.kirolinter.workflow.schedule;

import io.kirolinter.core.repository.CommitId;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Sees which commit is checked out, without looking at any file of it. Safe for many threads. */
public interface CommitWatch extends AutoCloseable {

  /**
   * {@return the commit that is checked out in a repository; empty if there is none, or it cannot
   * be told}
   *
   * @param location as jobs have it
   */
  Optional<CommitId> current(Path location);

  /** Watches these repositories from now on, in place of the ones before. */
  void watch(Set<Path> locations);

  /** Calls {@code changed} from now on, soon after a commit may have changed. Called once. */
  void start(Runnable changed);

  @Override
  void close();

  /** {@return a watch that sees nothing} */
  static CommitWatch none() {
    return new CommitWatch() {
      @Override
      public Optional<CommitId> current(Path location) {
        return Optional.empty();
      }

      @Override
      public void watch(Set<Path> locations) {}

      @Override
      public void start(Runnable changed) {}

      @Override
      public void close() {}
    };
  }
}
