package io.kirolinter.workflow.retention;

import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses runs to be deleted, by age and by their place among those of their repository. It is
 * shown runs that are over, the newest first, and keeps no more than their ids.
 */
final class RunSelection {

  /** A run that is to go, unless somebody needs it. */
  record Candidate(RunId id, Effect effect, Reason reason) {}

  /** Why a run is to go. */
  enum Reason {
    AGE,
    COUNT
  }

  private final Instant oldest;
  private final int most;
  private final Map<RepositoryId, Integer> seen = new HashMap<>();
  private final List<Candidate> candidates = new ArrayList<>();

  RunSelection(Instant oldest, int most) {
    this.oldest = oldest;
    this.most = most;
  }

  void show(Run run) {
    int place = seen.merge(run.plan().repository(), 1, Integer::sum);
    if (run.state().endedAt().filter(end -> end.isBefore(oldest)).isPresent()) {
      candidates.add(new Candidate(run.id(), run.plan().effect(), Reason.AGE));
    } else if (place > most) {
      candidates.add(new Candidate(run.id(), run.plan().effect(), Reason.COUNT));
    }
  }

  List<Candidate> candidates() {
    return List.copyOf(candidates);
  }
}
