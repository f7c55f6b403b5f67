package io.kirolinter.agents.predict;

import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourcePath;

/** A file with all that is known about it. */
record Candidate(SnapshotFile file, FileHistory history, LearnedFiles.Lesson lesson) {

  SourcePath path() {
    return file.path();
  }
}
