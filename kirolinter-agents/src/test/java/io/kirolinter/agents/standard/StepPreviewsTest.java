package io.kirolinter.agents.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.notify.ConsoleChannel;
import io.kirolinter.agents.review.JavaAnalyzer;
import io.kirolinter.agents.testkit.TestContext;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.artifact.Artifact;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepPreview;
import io.kirolinter.core.step.StepResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the built-in steps tell a person before they run. */
class StepPreviewsTest {

  private static final String RUN = "20261122-181530-4f2ac1";

  @TempDir Path temp;
  private final StringBuilder console = new StringBuilder();
  private Map<String, Step> steps = Map.of();
  private TestRepository repository;

  @BeforeEach
  void makeRepository() {
    repository = TestRepository.init(temp.resolve("repository"));
    steps =
        StandardAgents.of(
                List.of(JavaAnalyzer.withAllRules(1)), List.of(ConsoleChannel.to(console)))
            .stream()
            .flatMap(agent -> agent.steps().stream())
            .collect(Collectors.toMap(step -> step.description().name(), Function.identity()));
  }

  private StepPreview preview(String step, TestContext context) throws InterruptedException {
    return steps.get(step).preview(context);
  }

  private <T extends Artifact> void run(String step, ArtifactType<T> type, TestContext context)
      throws InterruptedException {
    StepResult result = steps.get(step).run(context);
    context.with(type, type.type().cast(((StepResult.Done) result).artifact().orElseThrow()));
  }

  @Test
  void tellFiguresFromWhatTheEarlierStepsLeft() throws Exception {
    repository
        .write("src/main/java/a/A.java", "package a;\n\nimport java.util.List;\n\nclass A {}\n")
        .write("src/main/java/a/B.java", "package a;\n\nclass B {\n  long x = 1l;\n}\n")
        .write("README.md", "x\n")
        .commit("first");
    try (TestContext context = TestContext.of(RUN, repository.open(), temp.resolve("home"))) {
      assertThat(preview("predict", context).figures())
          .startsWith("2 Java files by their history up to commit ");
      assertThat(preview("analyze", context).figures()).isEqualTo("2 files, by the analyzer java");
      run("analyze", ArtifactType.REVIEW, context);
      assertThat(preview("fix", context).figures())
          .isEqualTo(
              "2 safe fixes of 2 rules in 2 files (at most 10 files, 200 changed lines at once),"
                  + " written nowhere yet: a later step takes them on");
      assertThat(preview("notify", context).figures()).isEqualTo("to console (2 findings)");
      run("fix", ArtifactType.FIX_SET, context);
      StepPreview integrate = preview("integrate", context);
      assertThat(integrate.figures())
          .isEqualTo(
              "2 commits with 2 fixes on branch kirolinter/%s, no checkout touched".formatted(RUN));
      assertThat(integrate.details()).hasSize(2).allMatch(line -> line.endsWith("1 fix in 1 file"));
      assertThat(preview("learn", context).figures())
          .matches("\\d+ observations of this run, into the memory of this repository; .*");
      assertThat(repository.git("branch", "--list").lines()).hasSize(1);
      assertThat(console).isEmpty();
    }
  }

  @Test
  void tellThatThereIsNothingToDoAndWhy() throws Exception {
    repository.write("src/main/java/a/A.java", "package a;\n\nclass A {}\n").commit("first");
    RunOptions dryRun = RunOptions.applyingTo(ApplyTarget.NONE);
    try (TestContext context =
        TestContext.of(RUN, repository.open(), temp.resolve("home"), dryRun)) {
      run("analyze", ArtifactType.REVIEW, context);

      assertThat(preview("fix", context).figures())
          .isEqualTo("nothing: none of the 0 findings has a fix that may be applied");
      assertThat(preview("integrate", context).figures())
          .isEqualTo("nothing: a dry run writes no branch");
      assertThat(preview("notify", context).figures())
          .isEqualTo("nothing: nothing was found, so nobody is disturbed");
    }
  }

  @Test
  void tellThatThereIsNoCode() throws Exception {
    repository.write("README.md", "x\n").commit("first");
    try (TestContext context = TestContext.of(RUN, repository.open(), temp.resolve("home"))) {
      assertThat(preview("analyze", context).figures())
          .isEqualTo("nothing: there is no Java code to analyse");
    }
  }

  @Test
  void tellWhoKnowsEverythingAlready() throws Exception {
    repository
        .write("src/main/java/a/A.java", "package a;\n\nimport java.util.List;\n\nclass A {}\n")
        .commit("first");
    try (TestContext context = TestContext.of(RUN, repository.open(), temp.resolve("home"))) {
      run("analyze", ArtifactType.REVIEW, context);
      run("notify", ArtifactType.NOTICES, context);

      assertThat(preview("notify", context).figures())
          .isEqualTo("nothing: nothing has changed since the last message");
      assertThat(preview("notify", context).details())
          .containsExactly("console knows all that already");
    }
  }
}
