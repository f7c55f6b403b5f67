package io.kirolinter.analytics.experiment;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.repository.CommitId;

/**
 * A snapshot that pairs run on.
 *
 * @param location where the repository was
 * @param commit the commit that both runs of a pair start from
 */
public record Place(String location, CommitId commit) {

  public Place {
    requireNonNull(location, "location");
    requireNonNull(commit, "commit");
  }
}
