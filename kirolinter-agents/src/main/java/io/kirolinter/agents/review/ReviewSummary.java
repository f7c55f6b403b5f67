package io.kirolinter.agents.review;

import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.notice.Counted;
import java.util.List;
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
            : "; %s could not be analysed"
                .formatted(Counted.of(filesIn(review.problems()), "file"));
    return String.format(
        Locale.ROOT,
        "%s in %s (%s), %,d of them with a safe fix%s",
        Counted.of(review.findings().size(), "finding"),
        Counted.of(review.files(), "file"),
        Counted.of(review.lines(), "line"),
        fixable,
        problems);
  }

  /** Several analyzers may have trouble with one file. */
  private static long filesIn(List<FileProblem> problems) {
    return problems.stream().map(FileProblem::path).distinct().count();
  }
}
