package io.kirolinter.core.step;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a step is about to do, for a person who is asked whether it may.
 *
 * @param figures in few words and with numbers, such as {@code 31 safe fixes of 5 rules in 12
 *     files}, without a full stop; empty if there is nothing to tell in advance
 * @param details more about it, a line each, for a person who wants to know
 * @param fixes those that can be chosen one by one, in the order in which they are offered; empty
 *     if the step makes all or nothing
 */
public record StepPreview(String figures, List<String> details, List<ProposedFix> fixes) {

  private static final StepPreview NONE = new StepPreview("", List.of(), List.of());

  public StepPreview {
    requireNonNull(figures, "figures");
    details = List.copyOf(details);
    fixes = List.copyOf(fixes);
  }

  /** {@return the preview of a step that tells nothing in advance} */
  public static StepPreview none() {
    return NONE;
  }

  /** {@return a preview of these figures, without details and choices} */
  public static StepPreview of(String figures) {
    return new StepPreview(figures, List.of(), List.of());
  }

  public StepPreview withDetails(List<String> lines) {
    return new StepPreview(figures, lines, fixes);
  }

  public StepPreview withFixes(List<ProposedFix> offered) {
    return new StepPreview(figures, details, offered);
  }
}
