package io.kirolinter.cli.wiring;

import static java.util.Objects.requireNonNull;

import io.kirolinter.analytics.dashboard.DashboardData;
import io.kirolinter.analytics.insight.Insight;
import io.kirolinter.analytics.insight.Insights;
import io.kirolinter.analytics.workflow.Window;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody wants to know.
 *
 * @param repository about which; empty for all together
 * @param location where it is, as the user wrote it
 * @param since how far back from now
 */
public record InsightRequest(Optional<RepositoryId> repository, String location, Duration since) {

  public InsightRequest {
    requireNonNull(repository, "repository");
    requireNonNull(location, "location");
    requireNonNull(since, "since");
  }

  /** {@return what the stores tell at a moment} */
  public Insight insight(Stores stores, Instant now) {
    // Runs of this very moment count.
    Window window = new Window(now.minus(since), now.plusNanos(1));
    return repository
        .map(id -> Insights.of(stores, id, location, window))
        .orElseGet(() -> Insights.ofAll(stores, window));
  }

  /** {@return what a dashboard shows at a moment} */
  public DashboardData dashboard(Stores stores, Insight insight, Instant now) {
    return DashboardSource.read(stores, this, insight, now);
  }
}
