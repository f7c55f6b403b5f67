package io.kirolinter.analytics.workflow;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.repository.RepositoryId;

/** How the runs of one repository did. */
public record RepositoryReport(RepositoryId repository, RunSummary summary) {

  public RepositoryReport {
    requireNonNull(repository, "repository");
    requireNonNull(summary, "summary");
  }
}
