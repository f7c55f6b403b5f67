package io.kirolinter.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.analysis.FileReport;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.Lessons;
import io.kirolinter.core.artifact.Notices;
import io.kirolinter.core.artifact.Proposal;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.artifact.RiskRanking;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.repository.ChangeBase;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.JobState;
import io.kirolinter.core.schedule.Schedule;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import io.kirolinter.core.source.TextEdit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  private static final Instant AT = Instant.parse("2026-11-22T18:15:30.123456789Z");
  private static final SourcePath PATH = SourcePath.of("src/main/java/a/Ä B.java");
  private static final RuleId RULE = RuleId.of("pmd/UnusedPrivateField");
  private static final Fingerprint PRINT = new Fingerprint("0123456789abcdef");
  private static final CommitId COMMIT = CommitId.of("8c63e4c0d1e2f3a4b5c6d7e8f9a0b1c2d3e4f5a6");
  private static final ContentHash HASH = new ContentHash("a".repeat(40));
  private static final FileProblem PROBLEM = new FileProblem(PATH, 3, "\"}\" expected");
  private static final Finding FINDING =
      new Finding(
          RULE,
          Category.CODE_SMELL,
          Severity.CRITICAL,
          PATH,
          new SourceRange(1, 2, 3, 4),
          "Line\nbreak, \"quotes\", tab\t, and 𝄞",
          PRINT,
          Optional.of(new Fix(FixLevel.SAFE, "Remove it", List.of(new TextEdit(1, 2, "\r\n")))));
  private static final RunOptions OPTIONS =
      RunOptions.applyingTo(ApplyTarget.TREE).withVerifyCommand("mvn verify").withMaxFixes(3);
  private static final RepositoryId REPOSITORY = new RepositoryId("github.com/acme/shop");

  static Stream<Object> values() {
    return Stream.of(
        new RiskRanking(
            List.of(new RiskRanking.RiskyFile(PATH, 1.25, List.of("a", "b"), "Split it.")), 7),
        new Review(List.of(FINDING), List.of(PROBLEM), 2, 1L << 40, List.of("java", "pmd")),
        new Review(List.of(), List.of(), 0, 0, List.of()),
        new FixSet(
            List.of(
                new FixSet.RuleChange(
                    RULE,
                    "Remove it",
                    List.of(new FixSet.AppliedFix(PRINT, PATH, 3, FixLevel.UNSAFE, "Remove it")),
                    List.of(
                        new FixSet.FileEdit(
                            PATH, HASH, List.of(TextEdit.insertion(4, "x")), HASH)))),
            Stream.of(FixSet.DropCause.values())
                .map(cause -> new FixSet.DroppedFix(RULE, PRINT, PATH, 3, cause, "why"))
                .toList(),
            List.of(new FixSet.GateResult("parse", "2 files", 12))),
        new FixSet(
                List.of(),
                List.of(
                    new FixSet.DroppedFix(
                            RULE, PRINT, PATH, 3, FixSet.DropCause.FAILED_GATE, "syntax: no")
                        .withFailure(new FixSet.Failure("with 3 others", "@@ -1 +1 @@", "abc"))),
                List.of())
            .withWaiting(3)
            .withReport("/tmp/dropped-fixes.md"),
        new Proposal(
            "kirolinter/20261122-181530-4f2ac1",
            COMMIT,
            COMMIT,
            List.of(new Proposal.RuleCommit(RULE, COMMIT, 2)),
            "Title",
            "# Body\n",
            "/tmp/text.md"),
        new Lessons(3, List.of("Most findings are in a/.")),
        new Notices(List.of(new Notices.Notice("id", "console", "stdout", "Hello"))),
        new FileReport(PATH, 10, List.of(FINDING), List.of(PROBLEM)),
        new Job(
            "id",
            REPOSITORY,
            "/x",
            "monitor",
            OPTIONS,
            Schedule.every(Duration.ofMinutes(5).plusNanos(1)),
            JobState.dueAt(Optional.of(AT))),
        run(Optional.of(COMMIT), OPTIONS, state()),
        OPTIONS.withChangedSince(ChangeBase.named("")),
        OPTIONS.withChangedSince(ChangeBase.at("main", COMMIT)),
        run(Optional.empty(), RunOptions.applyingTo(ApplyTarget.NONE), RunState.queued()));
  }

  @Test
  void readsWhatAnEarlierReleaseWroteOfFixes() {
    FixSet fixes =
        Json.read(
            """
            { "changes": [], "gates": [], "dropped": [ { "rule": "a-rule", "line": 3,
              "fingerprint": "0123456789abcdef", "path": "A.java", "cause": "failed-gate",
              "reason": "why" } ] }
            """,
            FixSet.class);
    RunOptions options = Json.read("{ \"apply\": \"branch\" }", RunOptions.class);

    assertThat(fixes.waiting()).isZero();
    assertThat(fixes.report()).isEmpty();
    assertThat(fixes.dropped().get(0).failure()).isEmpty();
    assertThat(options.maxLines()).isEmpty();
    assertThat(options.analyzers()).isEmpty();
    assertThat(options.changedSince()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("values")
  void readsBackWhatItWrote(Object value) {
    assertThat(Json.read(Json.write(value), value.getClass())).isEqualTo(value);
    assertThat(Json.read(Json.writePretty(value), value.getClass())).isEqualTo(value);
    assertThat(Json.write(value)).doesNotContain("\n");
  }

  @Test
  void writesNamesThatAreMadeToBeReadByOthers() {
    String json = Json.write(run(Optional.empty(), OPTIONS, state()));

    assertThat(json)
        .contains("\"status\":\"partially-succeeded\"")
        .contains("\"mode\":\"background\"")
        .contains("\"effect\":\"changes\"")
        .contains("\"createdAt\":\"2026-11-22T18:15:30.123456789Z\"")
        .contains("\"firstDelay\":\"PT0.2S\"")
        .contains("\"id\":\"20261122-181530-4f2ac1\"")
        .contains("\"outcome\":\"nothing-to-do\"")
        .contains("\"baseCommit\":null")
        .doesNotContain("duration", "\"over\"", "final");
  }

  @Test
  void passesOverFieldsOfANewerRelease() {
    assertThat(Json.read("{\"sent\":[],\"colour\":{\"a\":[1]}}", Notices.class))
        .isEqualTo(new Notices(List.of()));
  }

  @Test
  void takesAMissingOptionalFieldForEmpty() {
    String json = Json.write(run(Optional.empty(), OPTIONS, state()));

    assertThat(Json.read(json.replace("\"baseCommit\":null,", ""), Run.class))
        .isEqualTo(run(Optional.empty(), OPTIONS, state()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "{\"observations\":1,\"insights\":[]} {}",
        "{\"observations\":-1,\"insights\":[]}",
        "{\"observations\":1}",
        "{\"observations\":\"many\",\"insights\":[]}"
      })
  void refusesWhatItCannotHaveWritten(String json) {
    assertThatThrownBy(() -> Json.read(json, Lessons.class))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("Cannot read stored data of type 'Lessons': ");
  }

  @Test
  void refusesAnUnknownName() {
    String json = Json.write(state()).replace("partially-succeeded", "exploded");

    assertThatThrownBy(() -> Json.read(json, RunState.class))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("exploded");
  }

  @Test
  void saysWhichTypeCannotBeWritten() {
    Object unwritable = new Object();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.write(unwritable))
        .withMessageContaining("java.lang.Object");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.writePretty(unwritable))
        .withMessageContaining("java.lang.Object");
  }

  private static Run run(Optional<CommitId> base, RunOptions options, RunState state) {
    RunPlan plan =
        new RunPlan(
            "full_review",
            2,
            List.of(new PlannedStep("fix", Criticality.OPTIONAL, RetryPolicy.standard())),
            Scope.everything()
                .withCategories(Set.of(Category.SECURITY, Category.CORRECTNESS))
                .withRules(Set.of(RULE)),
            REPOSITORY,
            "/home/ann/shop",
            base,
            RunMode.BACKGROUND,
            options,
            Effect.CHANGES,
            AT);
    return new Run(RunId.of("20261122-181530-4f2ac1"), plan, state);
  }

  private static RunState state() {
    return RunState.queued()
        .withStep(StepRecord.skipped("predict", AT, "Asked for."))
        .withStep(
            StepRecord.started("analyze", AT)
                .triedAgain(Optional.of("once"))
                .ended(StepOutcome.NOTHING_TO_DO, AT.plusSeconds(1), "Done.", Optional.of("once")))
        .withStep(StepRecord.started("fix", AT))
        .takenOver()
        .ended(RunStatus.PARTIALLY_SUCCEEDED, AT.plusSeconds(2));
  }
}
