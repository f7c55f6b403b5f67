package io.kirolinter.agents.notify;

import com.google.common.hash.Hashing;
import io.kirolinter.agents.review.RiskOrder;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.notice.Message;
import io.kirolinter.core.step.StepContext;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The message about one run. */
final class RunMessage {

  private static final int MOST_SHOWN = 10;

  private RunMessage() {}

  /**
   * {@return the message}
   *
   * @param id derived from the run
   * @param review what is told
   * @param more lines about what is told, each with its end; maybe none
   */
  static Message of(StepContext context, String id, Review review, String more) {
    String title =
        "%s of %s: %s"
            .formatted(context.plan().template(), context.repository().id(), bySeverity(review));
    String body =
        Stream.of(findings(review), risks(context), fixes(context), problems(review), more)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("\n"));
    return new Message(id, thread(context), title, body, review.findings());
  }

  /** All messages on one repository belong together. */
  private static String thread(StepContext context) {
    String repository = context.repository().id().value();
    return Hashing.sha256()
        .hashString(repository, StandardCharsets.UTF_8)
        .toString()
        .substring(0, 16);
  }

  private static String bySeverity(Review review) {
    return Stream.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW)
        .map(severity -> count(review, severity) + " " + severity.name().toLowerCase(Locale.ROOT))
        .filter(part -> !part.startsWith("0 "))
        .collect(Collectors.collectingAndThen(Collectors.joining(", "), RunMessage::orNone));
  }

  private static String orNone(String counts) {
    return counts.isEmpty() ? "no findings" : counts;
  }

  private static long count(Review review, Severity severity) {
    return review.findings().stream().filter(one -> one.severity() == severity).count();
  }

  /** The gravest first; of one severity in the order of the review, the most urgent files first. */
  private static String findings(Review review) {
    List<Finding> worst =
        review.findings().stream()
            .sorted(Comparator.comparing(Finding::severity).reversed())
            .limit(MOST_SHOWN)
            .toList();
    return worst.stream().map(RunMessage::line).collect(Collectors.joining());
  }

  private static String line(Finding finding) {
    return "- %s:%d %s (%s)\n"
        .formatted(finding.path(), finding.range().startLine(), finding.message(), finding.rule());
  }

  private static String risks(StepContext context) {
    return RiskOrder.of(context)
        .riskiest()
        .map(
            file ->
                "Riskiest file: %s: %s. %s\n"
                    .formatted(file.path(), String.join("; ", file.reasons()), file.action()))
        .orElse("");
  }

  private static String fixes(StepContext context) {
    return context
        .artifact(ArtifactType.FIX_SET)
        .map(FixSet::applied)
        .filter(applied -> applied > 0)
        .map(applied -> Counted.of(applied, "fix", "fixes") + " passed every check.\n")
        .orElse("");
  }

  private static String problems(Review review) {
    return review.problems().stream()
        .limit(MOST_SHOWN)
        .map(problem -> "- not analysed: %s: %s\n".formatted(problem.path(), problem.reason()))
        .collect(Collectors.joining());
  }
}
