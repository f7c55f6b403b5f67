package io.kirolinter.workflow.coordinator;

import static io.kirolinter.workflow.testkit.Bench.names;
import static io.kirolinter.workflow.testkit.Bench.outcomes;
import static io.kirolinter.workflow.testkit.Bench.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.ForkPoint;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.store.Stores;
import io.kirolinter.workflow.coordinator.RunEvent.WaitingForRun;
import io.kirolinter.workflow.question.Confirmation;
import io.kirolinter.workflow.question.StepReply;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.Templates;
import io.kirolinter.workflow.testkit.Bench;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.TidyAgents;
import io.kirolinter.workflow.testkit.WatchedStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that go on from other runs, which stay as they are. */
class ForkTest {

  private static final String UNTIDY = "first\nsecond  \n";
  private static final String TIDY = "first\nsecond\n";
  private static final CommitId COMMIT = CommitId.of("c".repeat(40));

  @TempDir Path home;
  private Bench bench;
  private Folder folder;
  private Coordinator coordinator;
  private final TidyAgents agents = new TidyAgents();

  @BeforeEach
  void open() {
    bench = new Bench(home);
    folder = bench.folder("project");
    Template strict =
        Template.of("strict", "Own.", List.of("analyze", "fix", "notify"), agents.descriptions())
            .withStep("notify", Criticality.CRITICAL, RetryPolicy.never());
    coordinator =
        bench.closing(
            bench.builder("own", agents).templates(Templates.builtIn().with(strict)).build());
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  private Run run(String template) throws InterruptedException {
    return coordinator.run(template, folder, RunRequest.autonomous());
  }

  private Run run(String template, ApplyTarget target) throws InterruptedException {
    RunRequest request = RunRequest.autonomous().withOptions(RunOptions.applyingTo(target));
    return coordinator.run(template, folder, request);
  }

  private Run fork(Run origin, ForkRequest request) throws InterruptedException {
    return coordinator.fork(origin.id(), folder, request).await();
  }

  private Run retry(Run origin) throws InterruptedException {
    return coordinator.retry(origin.id(), folder).await();
  }

  private List<String> callsSince(int from) {
    return agents.calls().subList(from, agents.calls().size());
  }

  /** Lets a step fail until a later run comes to it. */
  private void failOnce(String step) {
    List<RunId> first = new ArrayList<>();
    agents.before(
        step,
        context -> {
          if (first.isEmpty()) {
            first.add(context.runId());
          }
          if (first.contains(context.runId())) {
            throw new IllegalStateException("not today");
          }
        });
  }

  @Nested
  class Going {

    @Test
    void runsTheStepsFromTheForkOnAndTakesTheRestFromTheOrigin() throws Exception {
      Run origin =
          coordinator.run(
              "full_review", folder.at(COMMIT), RunRequest.autonomous().withBaseCommit(COMMIT));
      folder.write("another.txt", "untidy too  \n");
      int before = agents.calls().size();

      Run fork = coordinator.fork(origin.id(), folder, ForkRequest.from("integrate")).await();

      assertThat(callsSince(before)).containsExactly("integrate", "learn");
      assertThat(names(fork)).isEqualTo(names(origin));
      assertThat(outcomes(fork).values()).containsOnly(StepOutcome.SUCCEEDED);
      assertThat(fork.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(step(fork, "analyze").attempts()).as("not run here").isZero();
      assertThat(step(fork, "analyze").summary())
          .isEqualTo(
              "Taken from run %s: %s".formatted(origin.id(), step(origin, "analyze").summary()));
      assertThat(coordinator.artifact(fork.id(), ArtifactType.REVIEW))
          .isEqualTo(coordinator.artifact(origin.id(), ArtifactType.REVIEW))
          .isPresent();
      assertThat(coordinator.status(fork.id())).isEqualTo(fork);
    }

    @Test
    void pinsWhatTheOriginPinnedAndNamesIt() throws Exception {
      Run origin =
          coordinator.run("security_focus", folder, RunRequest.autonomous().withBaseCommit(COMMIT));

      Run fork = fork(origin, ForkRequest.from("analyze"));

      assertThat(fork.id()).isNotEqualTo(origin.id());
      assertThat(fork.plan().forkedFrom()).contains(new ForkPoint(origin.id(), "analyze"));
      assertThat(fork.plan().baseCommit()).contains(COMMIT);
      assertThat(fork.plan().templateVersion()).isEqualTo(origin.plan().templateVersion());
      assertThat(fork.plan().steps()).isEqualTo(origin.plan().steps());
      assertThat(fork.plan().scope()).isEqualTo(origin.plan().scope());
      assertThat(fork.plan().options()).isEqualTo(origin.plan().options());
      assertThat(fork.plan().mode()).isEqualTo(origin.plan().mode());
    }

    @Test
    void leavesTheOriginAndItsChangesAndIsUndoneByItself() throws Exception {
      Run origin = run("full_review");
      String branch = origin.id() + ".branch";

      Run fork = fork(origin, ForkRequest.from("integrate"));
      assertThat(folder.has(fork.id() + ".branch")).isTrue();
      assertThat(agents.keys()).doesNotHaveDuplicates();
      assertThat(coordinator.undo(fork.id(), folder)).containsExactly("integrate");

      assertThat(folder.has(fork.id() + ".branch")).isFalse();
      assertThat(folder.has(branch)).isTrue();
      assertThat(coordinator.status(origin.id())).isEqualTo(origin);
    }

    @Test
    void aForkFromTheFirstStepTakesNothing() throws Exception {
      Run fork = fork(run("monitor"), ForkRequest.from("predict"));

      assertThat(fork.state().steps()).allMatch(s -> s.attempts() == 1);
    }

    @Test
    void aForkThatOnlyLearnsChangesNothing() throws Exception {
      Run fork = fork(run("full_review"), ForkRequest.from("learn"));

      assertThat(fork.plan().effect()).isEqualTo(Effect.READS);
      assertThat(coordinator.undo(fork.id(), folder)).isEmpty();
    }

    @Test
    void aForkOfAForkNamesTheRunThatDidTheWork() throws Exception {
      Run origin = run("full_review");
      Run first = fork(origin, ForkRequest.from("integrate"));

      Run second = fork(first, ForkRequest.from("learn"));

      assertThat(step(second, "analyze").summary()).startsWith("Taken from run " + origin.id());
      assertThat(step(second, "integrate").summary()).startsWith("Taken from run " + first.id());
    }

    @Test
    void whatNobodyProducedInTheOriginIsNotAskedForInTheFork() throws Exception {
      folder.write("untidy.txt", "clean\n");
      Run origin = run("full_review");
      int before = agents.calls().size();

      Run fork = fork(origin, ForkRequest.from("integrate"));

      assertThat(callsSince(before)).containsExactly("learn");
      assertThat(step(fork, "integrate").outcome()).contains(StepOutcome.NOTHING_TO_DO);
    }

    @Test
    void aDryRunIsAppliedByAForkWithOtherOptions() throws Exception {
      Run dry = run("quick_fix", ApplyTarget.NONE);
      assertThat(folder.read("untidy.txt")).isEqualTo(UNTIDY);

      Run fork =
          fork(
              dry,
              ForkRequest.from("fix")
                  .withOptions(dry.plan().options().withApply(ApplyTarget.TREE)));

      assertThat(folder.read("untidy.txt")).isEqualTo(TIDY);
      assertThat(fork.plan().effect()).isEqualTo(Effect.CHANGES);
      assertThat(coordinator.undo(fork.id(), folder)).containsExactly("fix");
      assertThat(folder.read("untidy.txt")).isEqualTo(UNTIDY);
    }

    @Test
    void aForkHasTimeLimitsOfItsOwn() throws Exception {
      Run origin = run("monitor");
      RunOptions options =
          origin.plan().options().withStepTimeouts(Map.of("notify", Duration.ofMinutes(1)));

      Run fork = fork(origin, ForkRequest.from("notify").withOptions(options));

      assertThat(fork.plan().steps().get(2).timeLimit()).contains(Duration.ofMinutes(1));
    }

    @Test
    void anInteractiveForkAsksOnlyBeforeTheStepsThatItRuns() throws Exception {
      List<String> asked = new ArrayList<>();
      Confirmation yes =
          question -> {
            asked.add(question.step().name());
            return StepReply.yes();
          };
      Run origin = coordinator.run("full_review", folder, RunRequest.interactive(yes));
      asked.clear();

      assertThatThrownBy(() -> fork(origin, ForkRequest.from("learn")))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("Cannot fork run")
          .hasMessageContaining("asks a person");
      Run fork = fork(origin, ForkRequest.from("integrate").asking(yes));

      assertThat(asked).containsExactly("integrate", "learn");
      assertThat(fork.plan().mode()).isEqualTo(RunMode.INTERACTIVE);
      assertThat(fork.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void nobodyIsAskedInAForkOfARunThatAskedNobody() throws Exception {
      Confirmation never =
          question -> {
            throw new IllegalStateException("asked");
          };

      Run fork = fork(run("monitor"), ForkRequest.from("notify").asking(never));

      assertThat(fork.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    }
  }

  @Nested
  class Retrying {

    @Test
    void doesTheStepThatFailedAgain() throws Exception {
      failOnce("analyze");
      Run failed = run("full_review");
      assertThat(failed.state().status()).isEqualTo(RunStatus.FAILED);
      int before = agents.calls().size();

      Run retried = retry(failed);

      assertThat(callsSince(before)).containsExactly("analyze", "fix", "integrate", "learn");
      assertThat(retried.plan().forkedFrom()).contains(new ForkPoint(failed.id(), "analyze"));
      assertThat(retried.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(coordinator.status(failed.id())).as("stays as it is").isEqualTo(failed);
    }

    @Test
    void doesNotFixAgainWhatOnlyCouldNotBeIntegrated() throws Exception {
      failOnce("integrate");
      Run partial = run("full_review");
      assertThat(partial.state().status()).isEqualTo(RunStatus.PARTIALLY_SUCCEEDED);

      Run retried = retry(partial);

      assertThat(retried.plan().forkedFrom()).contains(new ForkPoint(partial.id(), "integrate"));
      assertThat(folder.has(retried.id() + ".branch")).isTrue();
      assertThat(agents.calls("fix")).isEqualTo(1);
    }

    @Test
    void doesAgainWhatTheFailedRunHasUndone() throws Exception {
      failOnce("notify");
      Run failed = run("strict", ApplyTarget.TREE);
      assertThat(folder.read("untidy.txt")).as("undone").isEqualTo(UNTIDY);

      Run retried = retry(failed);

      assertThat(retried.plan().forkedFrom()).contains(new ForkPoint(failed.id(), "fix"));
      assertThat(retried.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(folder.read("untidy.txt")).isEqualTo(TIDY);
    }

    @Test
    void doesAgainWhatARunWentOnWithout() throws Exception {
      failOnce("learn");
      Run recovered = run("full_review");
      assertThat(recovered.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      int before = agents.calls().size();

      Run retried = retry(recovered);

      assertThat(callsSince(before)).containsExactly("learn");
      assertThat(step(retried, "learn").outcome()).contains(StepOutcome.SUCCEEDED);
    }

    @Test
    void goesOnWhereARunWasStopped() throws Exception {
      agents.before(
          "analyze",
          context -> {
            if (agents.calls("analyze") == 1) {
              coordinator.cancel(context.runId());
            }
          });
      Run cancelled = run("full_review");
      assertThat(cancelled.state().status()).isEqualTo(RunStatus.CANCELLED);

      Run retried = retry(cancelled);

      assertThat(retried.plan().forkedFrom()).contains(new ForkPoint(cancelled.id(), "fix"));
      assertThat(retried.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void refusesARunOfWhichNothingFailed() throws Exception {
      Run done = run("quick_fix");

      assertThatThrownBy(() -> retry(done))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessage(
              "Cannot retry run '%s': no step of it failed or was left out; expected a step to do"
                      .formatted(done.id())
                  + " again. Name the step from which a new run is to go on.");
    }

    @Test
    void refusesARunThatIsNotOver() throws Exception {
      agents.before(
          "analyze",
          context ->
              assertThatThrownBy(() -> coordinator.retry(context.runId(), folder))
                  .isInstanceOf(InvalidRequestException.class)
                  .hasMessageContaining("it is running; expected a run that is over"));

      assertThat(run("quick_fix").state().status()).isEqualTo(RunStatus.SUCCEEDED);
    }
  }

  @Nested
  class Refusing {

    private void refused(Run origin, ForkRequest request, String... parts) {
      int before = coordinator.history(99).size();
      assertThatThrownBy(() -> coordinator.fork(origin.id(), folder, request))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageStartingWith("Cannot fork run '" + origin.id() + "'")
          .hasMessageContainingAll(parts);
      assertThat(coordinator.history(99)).hasSize(before);
    }

    @Test
    void aStepThatIsNotThere() throws Exception {
      refused(run("quick_fix"), ForkRequest.from("fixx"), "it has no step 'fixx'", "'fix'");
    }

    @Test
    void aStepAfterOneThatFailed() throws Exception {
      agents.failing("analyze", 99);

      refused(run("full_review"), ForkRequest.from("learn"), "step 'analyze' failed", "'analyze'");
    }

    @Test
    void aStepAfterOneThatHasNotEnded() throws Exception {
      agents.before(
          "analyze",
          context ->
              refused(
                  coordinator.status(context.runId()),
                  ForkRequest.from("fix"),
                  "step 'analyze' has not ended in it"));

      assertThat(run("quick_fix").state().status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void aStepAfterOneWhoseWorkWasUndone() throws Exception {
      agents.failing("notify", 99);
      Run failed = run("strict", ApplyTarget.TREE);

      refused(
          failed,
          ForkRequest.from("notify"),
          "what step 'fix' made is not in the repository",
          "Fork it from 'fix' or a step before it.");
    }

    @Test
    void toApplyWhatADryRunMadeWithoutAStepThatDoes() throws Exception {
      Run dry = run("security_focus", ApplyTarget.NONE);
      RunOptions options = RunOptions.applyingTo(ApplyTarget.TREE);

      refused(dry, ForkRequest.from("notify").withOptions(options), "what step 'fix' made");
    }

    @Test
    void toChangeTheCheckoutInTheBackground() throws Exception {
      Run run = coordinator.run("quick_fix", folder, RunRequest.background());
      ForkRequest request =
          ForkRequest.from("fix").withOptions(RunOptions.applyingTo(ApplyTarget.TREE));

      assertThatThrownBy(() -> fork(run, request))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("change the checkout in the background");
    }

    @Test
    void anotherRepository() throws Exception {
      Run run = run("quick_fix");

      assertThatThrownBy(
              () -> coordinator.fork(run.id(), bench.folder("other"), ForkRequest.from("fix")))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining(folder.location().toString());
    }
  }

  @Nested
  class Surviving {

    private static final StoreException GONE =
        new StoreException(ErrorMessage.cannot("reach", "store", "test").found("the process died"));

    private Stores dyingAt(int fatal, AtomicInteger writes) {
      Set<String> kinds = Set.of("create", "claim", "checkpoint", "release");
      return new WatchedStores(
          bench.stores(),
          (method, arguments, call) -> {
            if (kinds.contains(method) && writes.incrementAndGet() >= fatal) {
              throw GONE;
            }
            return call.proceed();
          });
    }

    @Test
    void aDeathAtAnyWriteOfAForkLeavesARunThatEndsAsIfNothingHadHappened() throws Exception {
      Run origin = run("full_review");
      int writes = 0;
      for (int fatal = 1; writes >= fatal - 1; fatal++) {
        writes = forkAndDie(origin, fatal);
      }
      assertThat(writes).as("start, three steps taken, one step begun, two ends").isEqualTo(7);
    }

    private int forkAndDie(Run origin, int fatal) throws Exception {
      AtomicInteger writes = new AtomicInteger();
      Stores stores = dyingAt(fatal, writes);
      Coordinator dying =
          bench.closing(bench.builder("dying " + fatal, agents).stores(stores).build());
      try {
        dying.fork(origin.id(), folder, ForkRequest.from("integrate")).await();
      } catch (StoreException e) {
        assertThat(e).isSameAs(GONE);
      }
      bench.clock().advance(Duration.ofSeconds(7));
      coordinator.recover(folder);

      Run newest = coordinator.history(1).get(0);
      if (fatal > 1) {
        assertThat(newest.plan().forkedFrom()).isPresent();
        assertThat(outcomes(newest).values()).containsOnly(StepOutcome.SUCCEEDED);
        assertThat(names(newest)).isEqualTo(names(origin));
        assertThat(folder.has(newest.id() + ".branch")).isTrue();
      }
      assertThat(agents.calls("fix")).as("only in the origin").isEqualTo(1);
      return writes.get();
    }

    @Test
    void aForkThatHadToWaitTakesItsStepsWhenItsTurnComes() throws Exception {
      Run origin = run("full_review");
      Run fork = waiting(origin, () -> {});

      assertThat(fork.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(step(fork, "analyze").summary()).startsWith("Taken from run " + origin.id());
    }

    @Test
    void aForkWhoseOriginIsDeletedMeanwhileFailsAndSaysSo() throws Exception {
      Run origin = run("full_review");
      Run fork = waiting(origin, () -> bench.stores().journal().delete(origin.id()));

      assertThat(fork.state().status()).isEqualTo(RunStatus.FAILED);
      assertThat(step(fork, "learn").summary())
          .isEqualTo(
              "Left out, because run '%s', from which it goes on, was deleted."
                  .formatted(origin.id()));
    }

    /** Forks while another run is changing the repository, and does something meanwhile. */
    private Run waiting(Run origin, Runnable meanwhile) throws Exception {
      CountDownLatch inStep = new CountDownLatch(1);
      CountDownLatch goOn = new CountDownLatch(1);
      agents.before(
          "fix",
          context -> {
            inStep.countDown();
            goOn.await();
          });
      RunHandle other = coordinator.start("quick_fix", folder, RunRequest.autonomous());
      inStep.await();
      Coordinator patient =
          bench.closing(
              bench
                  .builder("patient", agents)
                  .pause(time -> Pause.real().await(Duration.ofMillis(5)))
                  .build());
      RunHandle fork = patient.fork(origin.id(), folder, ForkRequest.from("integrate"));
      await().until(() -> !bench.events(WaitingForRun.class).isEmpty());
      meanwhile.run();
      goOn.countDown();
      other.await();
      return fork.await();
    }
  }
}
