package io.kirolinter.agents.review;

import io.kirolinter.agents.baseline.Baseline;
import io.kirolinter.agents.baseline.BaselineMatch;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourcePath;
import java.util.List;
import java.util.Optional;

/**
 * The review of a run, without what settings suppress and the baseline knows.
 *
 * @param remark what the baseline did, to be added to a sentence; empty without one
 */
record SettledReview(Review review, String remark) {

  /**
   * {@return what is left of a review}
   *
   * @throws io.kirolinter.core.error.InvalidRequestException if the snapshot lacks the baseline
   *     that its settings name
   */
  static SettledReview of(Review all, FindingFilter filter, Snapshot snapshot) {
    List<Finding> shown = all.findings().stream().filter(filter::shows).toList();
    Optional<BaselineMatch> match =
        filter
            .settings()
            .baseline()
            .map(path -> baseline(snapshot, path))
            .map(known -> known.match(shown, snapshot, path -> snapshot.file(path).isPresent()));
    return new SettledReview(
        with(all, match.map(BaselineMatch::fresh).orElse(shown)),
        match
            .map(one -> "; %s known of old hidden".formatted(Counted.of(one.known(), "finding")))
            .orElse(""));
  }

  private static Baseline baseline(Snapshot snapshot, SourcePath path) {
    return snapshot
        .file(path)
        .map(file -> Baseline.read(path.value(), snapshot.read(file)))
        .orElseThrow(() -> Baseline.missing(path.value()));
  }

  private static Review with(Review review, List<Finding> findings) {
    return new Review(
        findings, review.problems(), review.files(), review.lines(), review.analyzers());
  }
}
