package io.kirolinter.cli.wiring;

import io.kirolinter.agents.git.refs.RefWatch;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.workflow.schedule.CommitWatch;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Tells jobs what git says about commits. */
record WatchedRefs(RefWatch refs) implements CommitWatch {

  @Override
  public Optional<CommitId> current(Path location) {
    return refs.current(location);
  }

  @Override
  public void watch(Set<Path> locations) {
    refs.watch(locations);
  }

  @Override
  public void start(Runnable changed) {
    refs.start(changed);
  }

  @Override
  public void close() {
    refs.close();
  }
}
