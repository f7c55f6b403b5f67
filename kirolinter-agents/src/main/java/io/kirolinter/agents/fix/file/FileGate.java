package io.kirolinter.agents.fix.file;

import java.util.Optional;

/** A check of fixes that looks at nothing but their file. */
interface FileGate {

  /** {@return its name for people, such as {@code no overlap}} */
  String name();

  /**
   * {@return why the fixes must not be applied together, without a full stop; empty if they may}
   */
  Optional<String> objection(Attempt attempt);
}
