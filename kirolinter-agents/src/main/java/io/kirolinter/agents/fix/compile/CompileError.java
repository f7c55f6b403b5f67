package io.kirolinter.agents.fix.compile;

import io.kirolinter.core.source.SourcePath;

/**
 * What the compiler objects to.
 *
 * @param line in the text that was compiled; not part of what makes two errors the same
 */
record CompileError(SourcePath path, String code, String message, long line) {

  /** What is the same before and after a change elsewhere in the file. */
  record Sort(SourcePath path, String code, String message) {}

  Sort sort() {
    return new Sort(path, code, message);
  }

  String text() {
    return path + ":" + line + ": " + message.lines().findFirst().orElse("error");
  }
}
