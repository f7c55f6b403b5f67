package io.kirolinter.core.analysis;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.progress.Progress;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import java.util.List;

/**
 * What an analyzer is asked to do.
 *
 * @param snapshot where the files are read from
 * @param files the files to look at, the most wanted first; an analyzer passes over those of
 *     languages it does not know
 */
public record AnalysisRequest(
    Snapshot snapshot,
    List<SnapshotFile> files,
    Scope scope,
    Progress progress,
    Cancellation cancellation) {

  public AnalysisRequest {
    requireNonNull(snapshot, "snapshot");
    files = List.copyOf(files);
    requireNonNull(scope, "scope");
    requireNonNull(progress, "progress");
    requireNonNull(cancellation, "cancellation");
  }
}
