package io.kirolinter.agents.report;

/** A line of what a fix would change. */
record DiffLine(Kind kind, String text) {

  /** What happens to the line. */
  enum Kind {
    REMOVED,
    ADDED,
    /** Not a line, but a note about lines that are not shown. */
    SKIPPED
  }
}
