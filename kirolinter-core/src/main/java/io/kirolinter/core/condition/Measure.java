package io.kirolinter.core.condition;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a condition counts in the artifacts of earlier steps. The list is fixed. */
public enum Measure {
  /** Findings of the review; of all severities, unless the condition names one. */
  @JsonProperty("findings")
  FINDINGS,
  /** Files that could not be analysed, and analyzers that failed. */
  @JsonProperty("problems")
  PROBLEMS,
  /** Fixes that passed every gate. */
  @JsonProperty("fixes-made")
  FIXES_MADE,
  /** Fixes that were left out. */
  @JsonProperty("fixes-dropped")
  FIXES_DROPPED,
  /** Files that the fixes change. */
  @JsonProperty("files-changed")
  FILES_CHANGED;

  /** {@return the name that users and JSON see, in kebab-case} */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@return the artifact that is looked into; what none was made of counts as none} */
  public ArtifactType<?> source() {
    return switch (this) {
      case FINDINGS, PROBLEMS -> ArtifactType.REVIEW;
      case FIXES_MADE, FIXES_DROPPED, FILES_CHANGED -> ArtifactType.FIX_SET;
    };
  }

  /** {@return the measure with this label} */
  public static Optional<Measure> of(String label) {
    return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
  }

  /** {@return all labels, in the order of the measures} */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Measure::label).toList();
  }

  long in(Artifacts artifacts, Condition condition) {
    return switch (this) {
      case FINDINGS ->
          artifacts.find(ArtifactType.REVIEW).stream()
              .flatMap(review -> review.findings().stream())
              .filter(condition::counts)
              .count();
      case PROBLEMS ->
          artifacts.find(ArtifactType.REVIEW).map(r -> (long) r.problems().size()).orElse(0L);
      case FIXES_MADE ->
          artifacts.find(ArtifactType.FIX_SET).map(f -> (long) f.applied()).orElse(0L);
      case FIXES_DROPPED ->
          artifacts.find(ArtifactType.FIX_SET).map(f -> (long) f.dropped().size()).orElse(0L);
      case FILES_CHANGED -> artifacts.find(ArtifactType.FIX_SET).map(Measure::files).orElse(0L);
    };
  }

  private static long files(FixSet fixes) {
    return fixes.changes().stream()
        .flatMap(change -> change.files().stream())
        .map(FixSet.FileEdit::path)
        .distinct()
        .count();
  }
}
