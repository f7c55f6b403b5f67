package io.kirolinter.workflow.coordinator;

import static io.kirolinter.workflow.testkit.Bench.outcomes;
import static io.kirolinter.workflow.testkit.Bench.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.workflow.testkit.Bench;
import io.kirolinter.workflow.testkit.FastJvm;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.TidyAgents;
import io.kirolinter.workflow.testkit.WatchedStores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that lose one process after the other. */
class LossTest {

  private static final StoreException GONE =
      new StoreException(ErrorMessage.cannot("reach", "store", "test").found("the process died"));
  private static final String UNTIDY = "first\nsecond  \n";

  @TempDir Path home;

  @Test
  void aLongRunMayLoseAProcessInEachOfItsSteps() throws Exception {
    try (Bench bench = new Bench(home)) {
      Folder folder = bench.folder("project");
      TidyAgents agents = new TidyAgents();
      Coordinator first = mortal(bench, agents, "process 0", 3, 1);
      assertThatThrownBy(() -> first.run("full_review", folder, RunRequest.autonomous()))
          .isSameAs(GONE);
      for (int i = 1; i <= 4; i++) {
        bench.clock().advance(Duration.ofSeconds(7));
        mortal(bench, agents, "process " + i, 4, 1).recover(folder);
      }

      Run run = first.history(1).get(0);
      assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(outcomes(run).values()).containsOnly(StepOutcome.SUCCEEDED);
      assertThat(run.state().takeovers()).isEqualTo(4);
      assertThat(run.state().losses()).isZero();
      assertThat(run.state().lostWorker()).isEmpty();
      assertThat(run.state().worker()).contains("process 4");
    }
  }

  /** A process that dies at its write of this number. */
  private static Coordinator mortal(
      Bench bench, TidyAgents agents, String owner, int fatal, int takeovers) {
    AtomicInteger writes = new AtomicInteger();
    Stores stores =
        new WatchedStores(
            bench.stores(),
            (method, arguments, call) -> {
              boolean writing =
                  method.equals("create")
                      || method.equals("claim")
                      || method.equals("checkpoint")
                      || method.equals("release");
              if (writing && writes.incrementAndGet() >= fatal) {
                throw GONE;
              }
              return call.proceed();
            });
    return bench.closing(
        bench.builder(owner, agents).stores(stores).maxTakeovers(takeovers).build());
  }

  @Test
  void aRunThatEndsWhoUndoesItIsUndoneNoSecondTime() throws Exception {
    try (Bench bench = new Bench(home)) {
      Folder folder = bench.folder("project");
      TidyAgents agents = new TidyAgents();
      Coordinator first = mortal(bench, agents, "first", 3, 0);
      assertThatThrownBy(() -> first.run("quick_fix", folder, RunRequest.autonomous()))
          .isSameAs(GONE);
      bench.clock().advance(Duration.ofSeconds(7));
      Stores deadly =
          new WatchedStores(
              bench.stores(),
              (method, arguments, call) -> {
                boolean end =
                    method.equals("checkpoint") && ((RunState) arguments[1]).status().isFinal();
                if (end || method.equals("release")) {
                  throw GONE;
                }
                return call.proceed();
              });
      bench
          .closing(bench.builder("second", agents).stores(deadly).maxTakeovers(0).build())
          .recover(folder);
      bench.clock().advance(Duration.ofSeconds(7));

      bench.closing(bench.builder("third", agents).maxTakeovers(0).build()).recover(folder);

      Run run = first.history(1).get(0);
      assertThat(run.state().status()).isEqualTo(RunStatus.FAILED);
      assertThat(agents.calls()).containsExactly("analyze", "fix", "undo fix");
      assertThat(step(run, "fix").summary())
          .isEqualTo(
              "Failed: 2 processes in a row were lost in step 'fix', the last one was 'second';"
                  + " remove the cause, then retry the run. What it changed is not undone: the"
                  + " process that tried was lost too.");
    }
  }

  /** However soon the store is back: else a moment without it would fail a run for good. */
  @Test
  void aStepThatCannotUseAStoreThatIsGoneHasNotFailed() throws Exception {
    try (Bench bench = new Bench(home)) {
      Folder folder = bench.folder("project");
      AtomicInteger failing = new AtomicInteger();
      Stores gone =
          new WatchedStores(
              bench.stores(),
              (method, arguments, call) -> {
                if (method.equals("renew") && failing.get() > 0) {
                  failing.set(0);
                  throw GONE;
                }
                return call.proceed();
              });
      TidyAgents agents =
          new TidyAgents()
              .before(
                  "analyze",
                  context -> {
                    if (failing.get() > 0) {
                      throw GONE;
                    }
                  });
      failing.set(1);
      Coordinator first =
          bench.closing(
              bench.builder("first", agents).stores(gone).leaseLength(Duration.ofHours(1)).build());

      assertThatThrownBy(() -> first.run("quick_fix", folder, RunRequest.autonomous()))
          .isSameAs(GONE);
      Run left = first.history(1).get(0);
      assertThat(left.state().status()).isEqualTo(RunStatus.RUNNING);
      assertThat(agents.calls()).containsExactly("analyze");

      Run run = first.resume(left.id(), folder).await();

      assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(agents.calls()).containsExactly("analyze", "analyze", "fix");
    }
  }

  @Test
  void aStepThatFindsSomethingUnreadableInASoundStoreIsTriedAgain() throws Exception {
    try (Bench bench = new Bench(home)) {
      TidyAgents agents = new TidyAgents();
      agents.before(
          "analyze",
          context -> {
            if (agents.calls("analyze") <= 3) {
              throw GONE;
            }
          });

      Run run =
          bench
              .coordinator(agents)
              .run("quick_fix", bench.folder("project"), RunRequest.autonomous());

      assertThat(run.state().status()).isEqualTo(RunStatus.FAILED);
      assertThat(step(run, "analyze").attempts()).isEqualTo(3);
    }
  }

  @Test
  void theLimitIsNotNegative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Coordinator.builder().maxTakeovers(-1))
        .withMessage("maxTakeovers must be >= 0, was -1");
  }

  /** A process whose fix step ends it at once, and which goes on with the run that it finds. */
  static final class Poisoned {

    private Poisoned() {}

    public static void main(String[] arguments) throws Exception {
      Path home = Path.of(arguments[0]);
      TidyAgents agents =
          new TidyAgents()
              .before(
                  "fix",
                  context -> {
                    Path file = context.repository().location().resolve("untidy.txt");
                    Path saved = context.folder().resolve("untidy.txt");
                    if (!Files.exists(saved)) {
                      Files.copy(file, saved);
                    }
                    Files.writeString(file, "half done");
                    Runtime.getRuntime().halt(9);
                  });
      Folder folder = Folder.of(home.resolve("project"));
      try (Stores stores = EmbeddedStores.open(home.resolve("data"), InstantSource.system());
          Coordinator coordinator =
              Coordinator.builder()
                  .agents(agents.all())
                  .stores(stores)
                  .clock(InstantSource.system())
                  .random(new SplittableRandom(1))
                  .folder(home.resolve("runs"))
                  .owner(arguments[1])
                  .leaseLength(Duration.ofSeconds(1))
                  .maxTakeovers(1)
                  .build()) {
        Optional<Run> left = coordinator.history(1).stream().findFirst();
        RunHandle handle =
            left.isPresent()
                ? coordinator.resume(left.get().id(), folder)
                : coordinator.start("quick_fix", folder, RunRequest.autonomous());
        handle.await();
      }
    }
  }

  @Test
  void aRunThatKillsItsProcessesKillsOnlySoMany() throws Exception {
    Path root = home.toRealPath();
    Folder folder = Folder.of(root.resolve("project")).withUntidyFile("untidy.txt");

    assertThat(exitCode(root, "one")).isEqualTo(9);
    assertThat(exitCode(root, "two")).isEqualTo(9);
    assertThat(exitCode(root, "three")).as("is not killed any more").isZero();

    try (Stores stores = EmbeddedStores.open(root.resolve("data"), InstantSource.system())) {
      Run run = stores.journal().list(RunQuery.newest(1)).get(0);
      assertThat(run.state().status()).isEqualTo(RunStatus.FAILED);
      assertThat(run.state().takeovers()).isEqualTo(2);
      assertThat(step(run, "fix").error().orElseThrow())
          .isEqualTo(
              "2 processes in a row were lost in step 'fix', the last one was 'two'; remove the"
                  + " cause, then retry the run");
      assertThat(folder.read("untidy.txt")).as("undone").isEqualTo(UNTIDY);
    }
  }

  private static int exitCode(Path root, String owner) throws Exception {
    Process process =
        FastJvm.complainingTo(root.resolve("errors-" + owner))
            .start(root, Poisoned.class, root.toString(), owner);
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
