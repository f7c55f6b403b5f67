package io.kirolinter.agents.notify;

import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.notice.Channel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One who is told something in a run.
 *
 * @param key the same in every run, and no secret; fit for a file name
 * @param name for people, such as {@code slack}
 * @param channel made when it is needed, as that can fail
 * @param part what is told
 */
record Destination(String key, String name, Supplier<Channel> channel, Review part) {

  /** {@return the same one, told what both tell} */
  Destination and(Destination other) {
    Set<Finding> findings = new LinkedHashSet<>(part.findings());
    findings.addAll(other.part.findings());
    Review more = part.problems().isEmpty() ? other.part : part;
    return new Destination(key, name, channel, with(more, List.copyOf(findings)));
  }

  boolean isEmpty() {
    return part.findings().isEmpty() && part.problems().isEmpty();
  }

  /** {@return a review with these findings instead of its own} */
  static Review with(Review review, List<Finding> findings) {
    return new Review(
        findings, review.problems(), review.files(), review.lines(), review.analyzers());
  }

  /** {@return the findings alone} */
  static Review only(Review review, List<Finding> findings) {
    return new Review(findings, List.of(), review.files(), review.lines(), review.analyzers());
  }
}
