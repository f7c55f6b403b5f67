package io.kirolinter.agents.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.fix.testkit.Findings;
import io.kirolinter.agents.fix.testkit.TestRule;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.testkit.TestContext;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.DropCause;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.artifact.FixSet.Failure;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureReportTest {

  private static final List<JavaRule> RULES =
      List.of(
          TestRule.replacing("unused-import", "bad", "poison"),
          TestRule.replacing("old-name", "old", "this.old"));

  @TempDir Path temp;
  private TestRepository made;

  @BeforeEach
  void makeRepository() {
    made = TestRepository.init(temp.resolve("repo"));
    made.write("src/A.java", "class A {\n  int a = bad, b = old;\n  int bad, poison, old;\n}\n");
    made.commit("first");
  }

  @Test
  void tellsPlaceGateEvidenceDiffAndAdviceOfEachDroppedFix() throws IOException {
    FixSet fixes = run("if grep -q '= poison' src/A.java; then echo token=abcdefghijk; exit 9; fi");

    assertThat(fixes.applied()).isEqualTo(1);
    DroppedFix dropped = fixes.dropped().get(0);
    assertThat(FixAdvice.gateOf(dropped)).contains("verify");
    assertThat(dropped.failure().map(Failure::diff).orElseThrow())
        .isEqualTo(
            """
            --- a/src/A.java
            +++ b/src/A.java
            @@ -1,4 +1,4 @@
             class A {
            -  int a = bad, b = old;
            +  int a = poison, b = old;
               int bad, poison, old;
             }
            """);
    assertThat(dropped.failure().map(Failure::tried).orElseThrow())
        .matches("2 fixes together, then by halves: \\d+ checks in all");
    assertThat(Files.readString(Path.of(fixes.report().orElseThrow())))
        .startsWith("# 1 fix was left out\n")
        .contains(
            "## src/A.java:2 unused-import\n",
            "- Rule: `kirolinter rules unused-import` explains it\n",
            "- Finding: 'bad' is out of fashion (`" + dropped.fingerprint() + "`)\n",
            "- Failed check: verify\n",
            "- Tried: 2 fixes together, then by halves",
            "fails, and again when repeated (exit code 9): token=[redacted]",
            "```diff\n--- a/src/A.java\n",
            "What to do: The verify command fails with this edit and passes without it",
            "Bad, from the page of the rule:\n\n```java\nimport java.util.List;",
            "Good:\n\n```java\n");
  }

  @Test
  void tellsOfFixesThatFailedInTheirFileToo() throws IOException {
    JavaRule broken = TestRule.replacing("broken-rule", "bad", "1 +");

    FixSet fixes = run(List.of(broken), Optional.empty());

    DroppedFix dropped = fixes.dropped().get(0);
    assertThat(FixAdvice.gateOf(dropped)).contains("syntax");
    assertThat(dropped.failure().orElseThrow().diff()).contains("+  int a = 1 +, b = old;");
    assertThat(Files.readString(Path.of(fixes.report().orElseThrow())))
        .contains("- Failed check: syntax", "- Tried: with the other fixes of its rule")
        .doesNotContain("Bad, from");
  }

  @Test
  void writesNoReportWhereNothingWasLeftOut() {
    FixSet fixes = run("true");

    assertThat(fixes.report()).isEmpty();
  }

  @Test
  void changesItsConditionsWithTheRulesTheFileAndTheCommand() {
    String command = "! grep -q '= poison' src/A.java";
    String first = conditions(run(RULES, Optional.of(command), "v1"));

    assertThat(conditions(run(RULES, Optional.of(command), "v1"))).isEqualTo(first);
    assertThat(conditions(run(RULES, Optional.of(command), "v2"))).isNotEqualTo(first);
    assertThat(conditions(run(RULES, Optional.of(command + " "), "v1"))).isNotEqualTo(first);
    made.write("src/A.java", "class A {\n  int a = bad, b = old;\n  int bad, poison, old, x;\n}\n");
    made.commit("second");
    assertThat(conditions(run(RULES, Optional.of(command), "v1"))).isNotEqualTo(first);
  }

  @Test
  void advisesAboutAFixThatCouldNotBeMadeNow() {
    DroppedFix fix = dropped(DropCause.NOT_POSSIBLE_NOW, "the file: it has syntax errors");

    assertThat(FixAdvice.gateOf(fix)).isEmpty();
    assertThat(FailureReport.text(new FixSet(List.of(), List.of(fix), List.of()), List.of()))
        .contains("could not be made now", "the file: it has syntax errors");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no overlap",
        "syntax",
        "only intended nodes",
        "declarations",
        "findings",
        "second run",
        "compiler",
        "verify"
      })
  void hasAdviceForEveryGate(String gate) {
    String general = FixAdvice.of(dropped(DropCause.FAILED_GATE, "of a foreign gate: no"));

    assertThat(FixAdvice.of(dropped(DropCause.FAILED_GATE, gate + ": no"))).isNotEqualTo(general);
  }

  @Test
  void quotesEvidenceThatHoldsFences() {
    DroppedFix fix = dropped(DropCause.FAILED_GATE, "verify: a\n```\n# forged\n```");

    assertThat(FailureReport.text(new FixSet(List.of(), List.of(fix), List.of()), List.of()))
        .contains("````text\na\n```\n# forged\n```\n````\n");
  }

  @Test
  void saysSoWhereTheReportCannotBeWritten() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "x");
    FixSet fixes =
        new FixSet(List.of(), List.of(dropped(DropCause.FAILED_GATE, "x: y")), List.of());

    assertThatThrownBy(() -> FailureReport.write(fixes, List.of(), file.resolve("run")))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("Cannot write file");
  }

  private static DroppedFix dropped(DropCause cause, String reason) {
    return new DroppedFix(
        RuleId.of("a-rule"),
        new Fingerprint("0123456789abcdef"),
        SourcePath.of("A.java"),
        3,
        cause,
        reason);
  }

  private static String conditions(FixSet fixes) {
    return fixes.dropped().get(0).failure().orElseThrow().conditions();
  }

  private FixSet run(String command) {
    return run(RULES, Optional.of(command));
  }

  private FixSet run(List<JavaRule> rules, Optional<String> command) {
    return run(rules, command, "v1");
  }

  private FixSet run(List<JavaRule> rules, Optional<String> command, String version) {
    RunOptions options = RunOptions.applyingTo(ApplyTarget.NONE);
    options = command.isPresent() ? options.withVerifyCommand(command.get()) : options;
    try (TestContext context =
        TestContext.of("20261122-181530-4f2ac1", made.open(), temp.resolve("home"), options)) {
      context.with(
          ArtifactType.REVIEW,
          new Review(Findings.in(context.snapshot(), rules), List.of(), 1, 4, List.of("java")));
      StepResult result = FixStep.of(FixEngine.of(rules, 1), version, FixLevel.SAFE).run(context);
      return (FixSet) ((StepResult.Done) result).artifact().orElseThrow();
    }
  }
}
