package io.kirolinter.analytics.insight;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kirolinter.analytics.quality.QualityReport;
import io.kirolinter.analytics.wording.WordedAdvice;
import io.kirolinter.analytics.workflow.Window;
import io.kirolinter.analytics.workflow.WorkflowReport;
import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.repository.RepositoryId;
import java.util.List;
import java.util.Optional;

/**
 * What is known of runs and code.
 *
 * @param repository which; empty for all together
 * @param window the time that was looked at
 * @param workflows how runs did
 * @param quality how the code did; empty for all repositories together
 * @param warnings metrics that get worse
 * @param fixAcceptance what people made of fixes
 * @param wording the recommendations in the words of a model, if one was asked and answered
 * @param recent the newest runs, the newest first
 */
public record Insight(
    Optional<RepositoryId> repository,
    Window window,
    @JsonUnwrapped WorkflowReport workflows,
    Optional<QualityReport> quality,
    List<Warning> warnings,
    FixAcceptance fixAcceptance,
    Optional<WordedAdvice> wording,
    @JsonIgnore List<RunFacts> recent) {

  public Insight {
    requireNonNull(repository, "repository");
    requireNonNull(window, "window");
    requireNonNull(workflows, "workflows");
    requireNonNull(quality, "quality");
    requireNonNull(fixAcceptance, "fixAcceptance");
    requireNonNull(wording, "wording");
    warnings = List.copyOf(warnings);
    recent = List.copyOf(recent);
  }

  public Insight withWording(Optional<WordedAdvice> words) {
    return new Insight(
        repository, window, workflows, quality, warnings, fixAcceptance, words, recent);
  }
}
