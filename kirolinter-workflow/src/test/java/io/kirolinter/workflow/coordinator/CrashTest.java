package io.kirolinter.workflow.coordinator;

import static io.kirolinter.workflow.testkit.Bench.names;
import static io.kirolinter.workflow.testkit.Bench.outcomes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.store.Stores;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.Templates;
import io.kirolinter.workflow.testkit.Bench;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.TidyAgents;
import io.kirolinter.workflow.testkit.WatchedStores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that dies at any write of a run, and the one that goes on. */
class CrashTest {

  /** When the process dies, seen from its last write. */
  enum Death {
    BEFORE_THE_WRITE,
    AFTER_THE_WRITE
  }

  private static final Set<String> WRITES = Set.of("create", "claim", "checkpoint", "release");
  private static final StoreException GONE =
      new StoreException(ErrorMessage.cannot("reach", "store", "test").found("the process died"));

  @TempDir Path home;

  @ParameterizedTest
  @EnumSource(Death.class)
  void afterADeathAtAnyWriteAnotherProcessEndsTheRunAsIfNothingHadHappened(Death death)
      throws Exception {
    int writes = 0;
    for (int fatal = 1; writes >= fatal - 1; fatal++) {
      writes = dieAndGoOn("full_review", fatal, death, RunStatus.SUCCEEDED);
    }
    assertThat(writes).as("writes of a run with five steps").isEqualTo(6);
  }

  @ParameterizedTest
  @EnumSource(Death.class)
  void aDeathAtAnyWriteOfARunThatFailsLeavesNoChangeBehind(Death death) throws Exception {
    int writes = 0;
    for (int fatal = 1; writes >= fatal - 1; fatal++) {
      writes = dieAndGoOn("failing", fatal, death, RunStatus.FAILED);
    }
    assertThat(writes).as("start, two ends, the failure, the end").isEqualTo(5);
  }

  /** Dies at the write of this number, and returns how many there were. */
  private int dieAndGoOn(String template, int fatal, Death death, RunStatus expected)
      throws Exception {
    Path place = Files.createDirectories(home.resolve(death + "-" + fatal));
    try (Bench bench = new Bench(place)) {
      Folder folder = bench.folder("project");
      TidyAgents agents = new TidyAgents();
      AtomicInteger writes = new AtomicInteger();
      Coordinator dying =
          bench.closing(
              builder("dying", bench, agents)
                  .stores(dyingAt(fatal, death, writes, bench.stores()))
                  .build());
      try {
        dying.run(template, folder, request(template));
      } catch (StoreException e) {
        assertThat(e).isSameAs(GONE);
      }
      List<Run> left = dying.history(9);
      List<String> over = left.stream().flatMap(run -> over(run).stream()).toList();
      int callsBefore = agents.calls().size();
      bench.clock().advance(Duration.ofSeconds(7));

      Coordinator next = bench.closing(builder("next", bench, agents).build());
      Run run =
          left.isEmpty()
              ? next.run(template, folder, request(template))
              : next.resume(left.get(0).id(), folder).await();

      assertThat(next.status(run.id())).isEqualTo(run);
      assertThat(run.state().status()).isEqualTo(expected);
      assertThat(agents.calls().subList(callsBefore, agents.calls().size()))
          .as("steps that had ended")
          .noneMatch(over::contains);
      checkWork(run, folder, expected);
      return writes.get();
    }
  }

  private static void checkWork(Run run, Folder folder, RunStatus expected) {
    if (expected == RunStatus.FAILED) {
      assertThat(folder.read("untidy.txt")).isEqualTo("first\nsecond  \n");
    } else {
      assertThat(names(run)).containsExactly("predict", "analyze", "fix", "integrate", "learn");
      assertThat(outcomes(run).values()).containsOnly(StepOutcome.SUCCEEDED);
      assertThat(folder.has(run.id() + ".branch")).isTrue();
    }
  }

  private static List<String> over(Run run) {
    return run.state().steps().stream().filter(StepRecord::isOver).map(StepRecord::name).toList();
  }

  private static RunRequest request(String template) {
    return template.equals("failing")
        ? RunRequest.autonomous().withOptions(RunOptions.applyingTo(ApplyTarget.TREE))
        : RunRequest.autonomous();
  }

  private static CoordinatorBuilder builder(String owner, Bench bench, TidyAgents agents) {
    Template failing =
        Template.of(
                "failing",
                "Fixes, and then fails.",
                List.of("analyze", "fix", "notify"),
                agents.descriptions())
            .withStep("notify", Criticality.CRITICAL, RetryPolicy.never());
    agents.before(
        "notify",
        context -> {
          throw new IllegalStateException("cannot tell");
        });
    return bench.builder(owner, agents).templates(Templates.builtIn().with(failing));
  }

  /** Stores as a dying process sees them: nothing is written or read after its death. */
  private static Stores dyingAt(int fatal, Death death, AtomicInteger writes, Stores real) {
    return new WatchedStores(
        real,
        (method, arguments, call) -> {
          boolean reads = !WRITES.contains(method);
          if (reads) {
            return call.proceed();
          }
          int number = writes.incrementAndGet();
          if (number > fatal || (number == fatal && death == Death.BEFORE_THE_WRITE)) {
            throw GONE;
          }
          Object result = call.proceed();
          if (number == fatal) {
            throw GONE;
          }
          return result;
        });
  }

  @ParameterizedTest
  @CsvSource({"5, SUCCEEDED", "6, FAILED"})
  void aRunThatLosesItsProcessTooOftenFailsWithThatReason(int losses, RunStatus expected)
      throws Exception {
    try (Bench bench = new Bench(home)) {
      Folder folder = bench.folder("project");
      TidyAgents agents = new TidyAgents();
      AtomicInteger deaths = new AtomicInteger();
      Stores dead =
          new WatchedStores(
              bench.stores(),
              (method, arguments, call) -> {
                boolean fixed = method.equals("checkpoint") && isFixed((RunState) arguments[1]);
                if (fixed && deaths.incrementAndGet() <= losses) {
                  throw GONE;
                }
                return method.equals("release") ? null : call.proceed();
              });
      Coordinator first = bench.closing(bench.builder("process 0", agents).stores(dead).build());
      assertThatThrownBy(() -> first.run("quick_fix", folder, RunRequest.autonomous()))
          .isSameAs(GONE);
      for (int i = 1; i <= losses; i++) {
        bench.clock().advance(Duration.ofSeconds(7));
        bench.closing(bench.builder("process " + i, agents).stores(dead).build()).recover(folder);
      }

      Run run = first.history(1).get(0);
      assertThat(run.state().status()).isEqualTo(expected);
      assertThat(run.state().takeovers()).isEqualTo(losses);
      if (expected == RunStatus.FAILED) {
        assertThat(Bench.step(run, "fix").summary())
            .contains("6 processes in a row were lost in step 'fix', the last one was 'process 5'");
        assertThat(agents.calls()).contains("undo fix");
      } else {
        assertThat(Bench.step(run, "fix").attempts()).isEqualTo(6);
      }
    }
  }

  private static boolean isFixed(RunState state) {
    return state
        .step("fix")
        .flatMap(StepRecord::outcome)
        .filter(StepOutcome.SUCCEEDED::equals)
        .isPresent();
  }

  @Test
  void aWholeRunCostsOneWriteAStepAndOneMore() throws Exception {
    try (Bench bench = new Bench(home)) {
      AtomicInteger writes = new AtomicInteger();
      Stores counting = dyingAt(Integer.MAX_VALUE, Death.BEFORE_THE_WRITE, writes, bench.stores());
      Coordinator coordinator =
          bench.closing(bench.builder("counting", new TidyAgents()).stores(counting).build());

      coordinator.run("monitor", bench.folder("project"), RunRequest.autonomous());

      assertThat(writes).hasValue(4);
    }
  }
}
