package io.kirolinter.agents.fix;

import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.step.ProposedFix;
import io.kirolinter.core.step.StepPreview;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells what is about to be fixed. */
final class FixPreview {

  private final FixRequest request;
  private final List<Finding> fixable;

  private FixPreview(FixRequest request) {
    this.request = request;
    this.fixable = request.fixable();
  }

  /**
   * {@return what fixing the request comes to, if every fix passes its checks}
   *
   * @param where what becomes of the fixes, such as {@code written to the checkout}
   * @param verify the command that checks the result
   */
  static StepPreview of(FixRequest request, String where, Optional<String> verify) {
    FixPreview preview = new FixPreview(request);
    return StepPreview.of(preview.figures(where))
        .withDetails(preview.details(verify))
        .withFixes(preview.fixes());
  }

  private String figures(String where) {
    return "%s of %s in %s%s, %s"
        .formatted(
            fixes(fixable),
            Counted.of(fixable.stream().map(Finding::rule).distinct().count(), "rule"),
            files(fixable),
            limits(),
            where);
  }

  private String fixes(Collection<Finding> some) {
    long unsafe = some.stream().filter(one -> one.fixLevel() == FixLevel.UNSAFE).count();
    String safe = Counted.of(some.size() - unsafe, "safe fix", "safe fixes");
    return unsafe == 0 ? safe : safe + " and " + Counted.of(unsafe, "unsafe one");
  }

  private static String files(Collection<Finding> some) {
    return Counted.of(some.stream().map(Finding::path).distinct().count(), "file");
  }

  private String limits() {
    List<String> limits = new ArrayList<>();
    add(request.limits().fixes(), "fix", "fixes", limits);
    add(request.limits().files(), "file", "files", limits);
    add(request.limits().lines(), "changed line", "changed lines", limits);
    return limits.isEmpty() ? "" : " (at most %s at once)".formatted(String.join(", ", limits));
  }

  private static void add(OptionalInt limit, String one, String many, List<String> limits) {
    limit.ifPresent(most -> limits.add(Counted.of(most, one, many)));
  }

  private List<String> details(Optional<String> verify) {
    Map<RuleId, List<Finding>> rules = new LinkedHashMap<>();
    fixable.forEach(one -> rules.computeIfAbsent(one.rule(), r -> new ArrayList<>()).add(one));
    List<String> details = new ArrayList<>();
    rules.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<RuleId, List<Finding>> rule) -> -rule.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .map(
            rule ->
                "%s: %s in %s"
                    .formatted(rule.getKey(), fixes(rule.getValue()), files(rule.getValue())))
        .forEach(details::add);
    details.add("a fix that fails a check is dropped, and the others stay");
    verify.ifPresent(command -> details.add("checked by: " + command));
    request.heldBack().reasons().forEach(reason -> details.add("held back: " + reason));
    return details;
  }

  private List<ProposedFix> fixes() {
    return fixable.stream()
        .map(one -> new ProposedFix(one, () -> FixDiff.of(request.snapshot(), one)))
        .toList();
  }
}
