package io.kirolinter.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.artifact.Artifact;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.artifact.FixSet.DropCause;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.artifact.FixSet.FileEdit;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

  private static final SourcePath PATH = SourcePath.of("a/A.java");
  private static final RuleId RULE = RuleId.of("unused-import");

  @ParameterizedTest
  @CsvSource({
    "LOW, true",
    "MEDIUM, true",
    "HIGH, true",
    "CRITICAL, false",
  })
  void findingsCountFromTheirSeverityOn(Severity severity, boolean holds) {
    Artifacts seen = artifacts(review(Severity.MEDIUM, Severity.HIGH));

    assertThat(Condition.findingsFrom(severity).obstacle(seen).isEmpty()).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "FINDINGS, 2",
    "PROBLEMS, 1",
    "FIXES_MADE, 3",
    "FIXES_DROPPED, 1",
    "FILES_CHANGED, 2",
  })
  void eachMeasureCountsWhatItSays(Measure measure, int there) {
    Artifacts seen = artifacts(review(Severity.LOW, Severity.HIGH), fixes());

    assertThat(Condition.atLeast(there, measure).obstacle(seen)).isEmpty();
    assertThat(Condition.atLeast(there + 1, measure).obstacle(seen))
        .contains(
            "Nothing to do: it wants %d or more %s, and there are %d."
                .formatted(there + 1, measure.label().replace('-', ' '), there));
  }

  @ParameterizedTest
  @CsvSource({"FINDINGS", "PROBLEMS", "FIXES_MADE", "FIXES_DROPPED", "FILES_CHANGED"})
  void whatNobodyMadeCountsAsNone(Measure measure) {
    assertThat(Condition.atLeast(1, measure).obstacle(artifacts()).orElseThrow())
        .endsWith("and there are 0.");
  }

  @Test
  void namesTheSeverityThatItWants() {
    assertThat(Condition.findingsFrom(Severity.CRITICAL).obstacle(artifacts()))
        .contains(
            "Nothing to do: it wants 1 or more findings of severity 'critical' or above, and there"
                + " are 0.");
  }

  @Test
  void everyMeasureIsFoundByItsLabel() {
    assertThat(Measure.labels())
        .containsExactly("findings", "problems", "fixes-made", "fixes-dropped", "files-changed")
        .allSatisfy(label -> assertThat(Measure.of(label)).map(Measure::label).contains(label));
    assertThat(Measure.of("mood")).isEmpty();
  }

  @Test
  void isReadBackFromJsonByStableNames() {
    Condition condition = Condition.findingsFrom(Severity.HIGH);

    assertThat(Json.write(condition))
        .isEqualTo("{\"measure\":\"findings\",\"severity\":\"high\",\"atLeast\":1}");
    assertThat(Json.read(Json.write(condition), Condition.class)).isEqualTo(condition);
  }

  @Test
  void refusesWhatWouldAlwaysOrNeverHold() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Condition.atLeast(0, Measure.FINDINGS))
        .withMessageContaining("was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Condition(Measure.FIXES_MADE, Optional.of(Severity.LOW), 1))
        .withMessageContaining("fixes-made");
  }

  private static Review review(Severity... severities) {
    List<Finding> findings =
        List.of(severities).stream()
            .map(
                severity ->
                    new Finding(
                        RULE,
                        Category.CODE_SMELL,
                        severity,
                        PATH,
                        new SourceRange(1, 1, 1, 2),
                        "is bad",
                        new Fingerprint("0".repeat(16)),
                        Optional.empty()))
            .toList();
    return new Review(findings, List.of(new FileProblem(PATH, 1, "broken")), 1, 9, List.of("java"));
  }

  private static FixSet fixes() {
    AppliedFix fix =
        new AppliedFix(new Fingerprint("0".repeat(16)), PATH, 1, FixLevel.SAFE, "Removes it.");
    ContentHash hash = ContentHash.of(new byte[0]);
    FileEdit one = new FileEdit(PATH, hash, List.of(), hash);
    FileEdit other = new FileEdit(SourcePath.of("a/B.java"), hash, List.of(), hash);
    DroppedFix dropped =
        new DroppedFix(
            RULE, new Fingerprint("0".repeat(16)), PATH, 1, DropCause.FAILED_GATE, "syntax: no");
    return new FixSet(
        List.of(
            new RuleChange(RULE, "Imports", List.of(fix, fix), List.of(one, other)),
            new RuleChange(RuleId.of("other"), "Other", List.of(fix), List.of(one))),
        List.of(dropped),
        List.of());
  }

  private static Artifacts artifacts(Artifact... known) {
    return new Artifacts() {
      @Override
      public <T extends Artifact> Optional<T> find(ArtifactType<T> type) {
        return List.of(known).stream()
            .filter(type.type()::isInstance)
            .map(type.type()::cast)
            .findFirst();
      }
    };
  }
}
