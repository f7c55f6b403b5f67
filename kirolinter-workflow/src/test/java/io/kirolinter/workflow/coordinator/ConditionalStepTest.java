package io.kirolinter.workflow.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kirolinter.core.condition.Condition;
import io.kirolinter.core.condition.Measure;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.Schedule;
import io.kirolinter.core.step.Agent;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepOption;
import io.kirolinter.core.step.StepResult;
import io.kirolinter.workflow.schedule.BackgroundJobs;
import io.kirolinter.workflow.schedule.JobEvent;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.TemplateOrigin;
import io.kirolinter.workflow.template.TemplateSource;
import io.kirolinter.workflow.template.Templates;
import io.kirolinter.workflow.testkit.Bench;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.TidyAgents;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates of one's own: steps with conditions, and what a run keeps of its template. */
class ConditionalStepTest {

  @TempDir Path temp;
  private Bench bench;
  private TidyAgents agents;
  private Folder folder;

  @BeforeEach
  void open() {
    bench = new Bench(temp);
    agents = new TidyAgents();
    folder = bench.folder("repository");
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  @Test
  void aStepWhoseConditionDoesNotHoldHasNothingToDo() throws Exception {
    Template own =
        own("analyze", "notify", "learn")
            .withWhen("notify", Condition.atLeast(2, Measure.PROBLEMS));

    Run run = run(own);

    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(Bench.step(run, "notify").outcome()).contains(StepOutcome.NOTHING_TO_DO);
    assertThat(Bench.step(run, "notify").attempts()).isZero();
    assertThat(Bench.step(run, "notify").summary())
        .isEqualTo("Nothing to do: it wants 2 or more problems, and there are 1.");
    assertThat(agents.calls()).containsExactly("analyze", "learn");
  }

  @Test
  void aStepWhoseConditionsAllHoldRuns() throws Exception {
    Template own =
        own("analyze", "notify").withWhen("notify", Condition.atLeast(1, Measure.PROBLEMS));

    assertThat(run(own).state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(agents.calls()).containsExactly("analyze", "notify");
  }

  @Test
  void allConditionsHaveToHold() throws Exception {
    Template own =
        own("analyze", "notify")
            .withWhen(
                "notify",
                Condition.atLeast(1, Measure.PROBLEMS),
                Condition.atLeast(1, Measure.FINDINGS));

    assertThat(Bench.step(run(own), "notify").summary()).contains("1 or more findings");
  }

  @Test
  void whatNeedsTheArtifactOfSuchAStepHasNothingToDoEither() throws Exception {
    Template own =
        own("analyze", "fix", "integrate").withWhen("fix", Condition.atLeast(9, Measure.PROBLEMS));

    Run run = run(own);

    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(Bench.step(run, "integrate").summary())
        .isEqualTo("Nothing to do, because step 'fix' had nothing to do.");
    assertThat(agents.calls()).containsExactly("analyze");
  }

  @Test
  void aRunKeepsItsStepsAndVersionWhenItsTemplateIsRemovedMeanwhile() throws Exception {
    Template own =
        own("analyze", "learn", "notify")
            .withWhen("notify", Condition.atLeast(2, Measure.PROBLEMS))
            .versionedByContent();
    CountDownLatch inStep = new CountDownLatch(1);
    agents.before(
        "learn",
        context -> {
          if (agents.calls("learn") == 1) {
            inStep.countDown();
            new CountDownLatch(1).await();
          }
        });
    Coordinator first = coordinator("first", repository -> Templates.builtIn().with(own));
    RunHandle handle = first.start("own", folder, RunRequest.autonomous());
    inStep.await();
    first.close();

    Coordinator second = coordinator("second", repository -> Templates.builtIn());
    Run run = second.resume(handle.id(), folder).await();

    assertThat(run.plan().templateVersion()).isEqualTo(own.version());
    assertThat(run.plan().steps()).isEqualTo(own.steps());
    assertThat(Bench.step(run, "notify").summary()).contains("2 or more problems");
    assertThat(agents.calls()).containsExactly("analyze", "learn", "learn");
    assertThatThrownBy(() -> second.start("own", folder, RunRequest.autonomous()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("there is no such template");
  }

  @Test
  void aStepSeesTheOptionsThatItsTemplateSettles() throws Exception {
    List<String> seen = new ArrayList<>();
    Template own = Template.of("own", "Own.", List.of("ask"), List.of(Asking.DESCRIPTION));
    Coordinator coordinator =
        bench.closing(
            bench
                .builder("any", agents)
                .agents(List.of(new Asking(seen)))
                .templates(Templates.builtIn().with(own.withOption("ask", NAMES, "one", "two")))
                .build());

    coordinator.run("own", folder, RunRequest.autonomous());

    assertThat(seen).containsExactly("one", "two");
  }

  private static final StepOption NAMES = StepOption.texts("names", "Which names.");

  /** An agent with a step that takes an option. */
  private record Asking(List<String> seen) implements Agent, Step {

    static final StepDescription DESCRIPTION =
        StepDescription.of("ask", "Asks.").taking(NAMES, StepOption.truth("loud", "How."));

    @Override
    public String name() {
      return "asker";
    }

    @Override
    public List<Step> steps() {
      return List.of(this);
    }

    @Override
    public StepDescription description() {
      return DESCRIPTION;
    }

    @Override
    public StepResult run(StepContext context) {
      seen.addAll(context.option("names"));
      seen.addAll(context.option("loud"));
      return StepResult.done("Asked.");
    }
  }

  @Test
  void templatesComeFromTheRepositoryOfTheRun() throws Exception {
    Template own = own("analyze");
    AtomicReference<Templates> there =
        new AtomicReference<>(Templates.builtIn().with(own, TemplateOrigin.REPOSITORY));
    Folder other = bench.folder("other");
    Coordinator coordinator =
        coordinator(
            "any",
            repository -> repository.id().equals(folder.id()) ? there.get() : Templates.builtIn());

    assertThat(coordinator.run("own", folder, RunRequest.autonomous()).plan().template())
        .isEqualTo("own");
    assertThatThrownBy(() -> coordinator.start("own", other, RunRequest.autonomous()))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void aJobFindsItsTemplateAsItIsWhenItFires() throws Exception {
    AtomicReference<Templates> there =
        new AtomicReference<>(Templates.builtIn().with(own("analyze")));
    Coordinator coordinator = coordinator("any", repository -> there.get());
    List<JobEvent> heard = new ArrayList<>();
    try (BackgroundJobs jobs =
        BackgroundJobs.builder()
            .coordinator(coordinator)
            .stores(bench.stores())
            .places(job -> folder)
            .clock(bench.clock())
            .owner("process 1")
            .listener(heard::add)
            .build()) {
      Job job = jobs.add(folder, "own", Schedule.every(Duration.ofHours(1)));
      assertThat(job.options()).isEqualTo(RunOptions.applyingTo(ApplyTarget.NONE));
      there.set(Templates.builtIn().with(own("analyze", "notify")));

      Run run = jobs.tick().get(0).await();
      assertThat(Bench.names(run)).containsExactly("analyze", "notify");
      await().until(() -> jobs.list().get(0).state().pending().isEmpty());

      there.set(Templates.builtIn());
      bench.clock().advance(Duration.ofHours(2));
      assertThat(jobs.tick()).isEmpty();
      assertThat(heard)
          .anySatisfy(event -> assertThat(event).isInstanceOf(JobEvent.JobFailed.class));
    }
  }

  private Template own(String... steps) {
    return Template.of("own", "Own.", List.of(steps), agents.descriptions());
  }

  private Run run(Template template) throws InterruptedException {
    return coordinator("any", repository -> Templates.builtIn().with(template))
        .run("own", folder, RunRequest.autonomous());
  }

  private Coordinator coordinator(String name, TemplateSource source) {
    return bench.closing(bench.builder(name, agents).moreTemplates(source).build());
  }
}
