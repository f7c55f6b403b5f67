package io.kirolinter.agents.review;

import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.FixLevel;
import java.util.Locale;

/** Says in one sentence what a review found. */
final class ReviewSummary {

  private ReviewSummary() {}

  static String of(Review review) {
    long fixable =
        review.findings().stream().map(Finding::fixLevel).filter(FixLevel.SAFE::equals).count();
    String problems =
        review.problems().isEmpty()
            ? ""
            : "; %d files could not be analysed".formatted(review.problems().size());
    return String.format(
        Locale.ROOT,
        "%,d findings in %,d files (%,d lines), %,d of them with a safe fix%s",
        review.findings().size(),
        review.files(),
        review.lines(),
        fixable,
        problems);
  }
}
