package io.kirolinter.cli.wiring;

import io.kirolinter.agents.integrate.StandingChanges;
import io.kirolinter.core.run.Run;
import io.kirolinter.workflow.retention.RunsInUse;
import java.nio.file.Path;

/** Tells retention what git and the folders of runs say. */
record ChangesOfRuns(StandingChanges changes) implements RunsInUse {

  @Override
  public boolean isProposalOpen(Run run) {
    return changes.isProposalOpen(run);
  }

  @Override
  public boolean isRestorable(Path runFolder) {
    return changes.isRestorable(runFolder);
  }
}
