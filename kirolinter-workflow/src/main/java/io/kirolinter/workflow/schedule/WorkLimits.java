package io.kirolinter.workflow.schedule;

import java.util.Optional;

/** When work in the background may not start, so that it disturbs nobody. Safe for many threads. */
@FunctionalInterface
public interface WorkLimits {

  /** {@return why no work may start at this moment, as part of a sentence; empty if it may} */
  Optional<String> obstacle();

  /** {@return no limits} */
  static WorkLimits none() {
    return Optional::empty;
  }
}
