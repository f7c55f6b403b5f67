package io.kirolinter.workflow.coordinator;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import java.time.Instant;

/** What came of taking a run that others may want too. */
public sealed interface Taken {

  /** This process works on the run. */
  record Working(RunHandle handle) implements Taken {

    public Working {
      requireNonNull(handle, "handle");
    }
  }

  /**
   * Somebody works on the run, or on another one that changes the same repository.
   *
   * @param holder the run that stands in the way
   * @param owner the process that works on it
   * @param until when its lease ends, if it is not renewed
   */
  record InTheWay(RunId holder, String owner, Instant until) implements Taken {

    public InTheWay {
      requireNonNull(holder, "holder");
      requireNonNull(owner, "owner");
      requireNonNull(until, "until");
    }
  }

  /** The run is over already. */
  record Over(Run run) implements Taken {

    public Over {
      requireNonNull(run, "run");
    }
  }
}
