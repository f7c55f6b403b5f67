package io.kirolinter.workflow.template;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.analysis.Scope.Effort;
import io.kirolinter.core.analysis.Scope.FileOrder;
import io.kirolinter.core.analysis.Scope.FixFilter;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The six templates of the product, as data. */
final class BuiltInTemplates {

  /** What a run cannot do without; all other steps are optional. */
  private static final Set<String> CRITICAL = Set.of("analyze", "fix");

  /** Far beyond what work takes: what comes here hangs, and keeps the repository from others. */
  private static final Duration LONGEST_STEP = Duration.ofHours(2);

  /** A fix may run the build of a project many times. */
  private static final Duration LONGEST_FIX = Duration.ofHours(24);

  private BuiltInTemplates() {}

  static List<Template> all() {
    return List.of(
        template(
            "full_review",
            "Finds where trouble is, fixes what is safe, and proposes it as a branch.",
            Scope.everything(),
            "predict analyze fix integrate learn"),
        template(
            "quick_fix",
            "Fixes what is safe to fix, in the checkout.",
            Scope.everything().withFixes(FixFilter.SAFE_ONLY),
            "analyze fix"),
        template(
            "monitor",
            "Watches the code, what changed last first, and tells what it sees.",
            Scope.everything().withOrder(FileOrder.CHANGED_FIRST),
            "predict analyze notify"),
        template(
            "security_focus",
            "Finds and fixes what endangers security, and tells about it.",
            Scope.everything().withCategories(Set.of(Category.SECURITY)),
            "predict analyze fix notify"),
        template(
            "performance_audit",
            "Finds and fixes what costs time or memory, and proposes it as a branch.",
            Scope.everything().withCategories(Set.of(Category.PERFORMANCE)),
            "analyze fix integrate"),
        template(
            "maintenance",
            "Looks thoroughly, with the slow analyzers too, and tells what it sees.",
            Scope.everything().withEffort(Effort.THOROUGH),
            "learn analyze notify"));
  }

  private static Template template(String name, String sentence, Scope scope, String steps) {
    List<PlannedStep> planned =
        Stream.of(steps.split(" ", -1)).map(BuiltInTemplates::planned).toList();
    return new Template(name, 1, sentence, planned, scope);
  }

  private static PlannedStep planned(String step) {
    Criticality criticality = CRITICAL.contains(step) ? Criticality.CRITICAL : Criticality.OPTIONAL;
    return new PlannedStep(step, criticality, RetryPolicy.standard())
        .withTimeLimit(usualLimit(step));
  }

  /** {@return how long an attempt of a step may take, where nobody says otherwise} */
  static Duration usualLimit(String step) {
    return step.equals("fix") ? LONGEST_FIX : LONGEST_STEP;
  }
}
