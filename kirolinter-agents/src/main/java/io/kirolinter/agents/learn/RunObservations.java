package io.kirolinter.agents.learn;

import io.kirolinter.agents.integrate.Proposals;
import io.kirolinter.agents.review.Quarantine;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.step.StepContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one run has seen and done, as observations. */
final class RunObservations {

  private RunObservations() {}

  static List<Observation> of(StepContext context, Instant now) {
    List<Observation> all = new ArrayList<>();
    context.artifact(ArtifactType.REVIEW).ifPresent(review -> addSeen(review, now, all));
    context.artifact(ArtifactType.FIX_SET).ifPresent(fixes -> addDropped(fixes, now, all));
    if (leavesFixes(context)) {
      context.artifact(ArtifactType.FIX_SET).ifPresent(fixes -> addDone(fixes, now, all));
    }
    return all;
  }

  /** Not so a dry run, nor a run whose fixes wait on the branch of an earlier one. */
  private static boolean leavesFixes(StepContext context) {
    return context.plan().options().apply() != ApplyTarget.NONE
        && context
            .artifact(ArtifactType.PROPOSAL)
            .map(proposal -> Proposals.isOwn(context.runId(), proposal))
            .orElse(true);
  }

  private static void addSeen(Review review, Instant now, List<Observation> all) {
    List<Finding> findings = review.findings();
    all.addAll(counted("finding", findings.stream(), one -> one.path().value(), now));
    all.addAll(counted("finding-rule", findings.stream(), one -> one.rule().value(), now));
    String summary = "%d findings in %d lines".formatted(findings.size(), review.lines());
    all.add(new Observation("review", "findings", findings.size(), summary, now));
  }

  private static void addDone(FixSet fixes, Instant now, List<Observation> all) {
    var applied = fixes.changes().stream().flatMap(change -> change.fixes().stream());
    all.addAll(counted("fix-applied", applied, fix -> fix.path().value(), now));
    fixes
        .changes()
        .forEach(
            change ->
                all.add(
                    new Observation(
                        "fix-rule", change.rule().value(), change.fixes().size(), "", now)));
  }

  private static void addDropped(FixSet fixes, Instant now, List<Observation> all) {
    fixes.dropped().stream()
        .filter(FixSet.DroppedFix::isQuarantined)
        .forEach(fix -> all.add(Quarantine.failure(fix, now)));
  }

  private static <T> List<Observation> counted(
      String kind, Stream<T> things, Function<T, String> subjectOf, Instant now) {
    Map<String, Long> counts =
        things.collect(Collectors.groupingBy(subjectOf, Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> new Observation(kind, entry.getKey(), entry.getValue(), "", now))
        .toList();
  }
}
