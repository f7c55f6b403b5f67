package io.kirolinter.core.store.embedded;

import static io.kirolinter.core.testkit.SampleRuns.REPOSITORY;

import io.kirolinter.core.error.LeaseLostException;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Claim;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.run.StoredArtifact;
import io.kirolinter.core.testkit.SampleRuns;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A process of its own that works on a store, and the handle by which a test drives it. */
final class StoreProcess implements AutoCloseable {

  /** What the process does, once it is let go. */
  enum Task {
    /** Writes one checkpoint after the other, and tells the number of each that was kept. */
    CHECKPOINTS,
    /** As {@link #CHECKPOINTS}, but sleeps after the fifth until it is woken. */
    CHECKPOINTS_WITH_SLEEP,
    /** Takes the run over, by a clock that is two leases ahead, and writes as many as it says. */
    TAKE_OVER,
    /** Adds to a counter and to the memory, and asks for one run that all others ask for too. */
    SHARES
  }

  static final int SHARED_INCREMENTS = 100;
  static final int SHARED_OBSERVATIONS = 20;
  static final int ASLEEP_AFTER = 5;
  static final int TAKEN_OVER_CHECKPOINTS = 20;
  static final Duration LEASE = Duration.ofHours(1);

  /** The work of a step. Without any, a process takes the lock from the others again and again. */
  private static final Duration STEP = Duration.ofMillis(2);

  private static final Instant AT = Instant.parse("2026-11-22T18:15:30Z");

  private final Process process;
  private final BufferedReader output;

  private StoreProcess(Process process) {
    this.process = process;
    output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts a process, which opens the store and begins at once. */
  static StoreProcess start(Path home, Path temporary, Task task, int number) throws IOException {
    return start(List.of(), home, temporary, task, number);
  }

  /** Starts a process that cannot make any file larger than this, as if the disk were full then. */
  static StoreProcess startOnSmallDisk(Path home, Path temporary, int number, int kilobytes)
      throws IOException {
    String limit = "ulimit -f " + kilobytes + "; exec \"$@\"";
    return start(List.of("bash", "-c", limit, "bash"), home, temporary, Task.CHECKPOINTS, number);
  }

  private static StoreProcess start(
      List<String> before, Path home, Path temporary, Task task, int number) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.sqlite.tmpdir=" + temporary,
            "-cp",
            System.getProperty("java.class.path"),
            StoreProcess.class.getName(),
            home.toString(),
            task.name(),
            Integer.toString(number)));
    return new StoreProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** {@return the run whose checkpoints process {@code number} writes} */
  static Run run(int number) {
    return SampleRuns.run(number, new RepositoryId("acme/" + number), Effect.CHANGES);
  }

  /** {@return the exit code, once the process has ended by itself} */
  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  /** Ends the process as a power cut would, after waiting for its own end for a time. */
  void killAfter(Duration wait) throws InterruptedException {
    process.waitFor(wait.toMillis(), TimeUnit.MILLISECONDS);
    process.toHandle().destroyForcibly(); // unlike the process itself, it keeps the output open
    process.waitFor();
  }

  /** Lets a process that sleeps go on. */
  void wake() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  /** {@return the next line that the process writes; null after its end} */
  String nextLine() throws IOException {
    return output.readLine();
  }

  /** {@return all further lines, up to the end of the process} */
  List<String> rest() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = nextLine(); line != null; line = nextLine()) {
      lines.add(line);
    }
    return lines;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Home, task, number. */
  public static void main(String[] arguments) throws IOException {
    int number = Integer.parseInt(arguments[2]);
    Task task = Task.valueOf(arguments[1]);
    InstantSource now = InstantSource.system();
    InstantSource clock =
        task == Task.TAKE_OVER ? InstantSource.offset(now, LEASE.multipliedBy(2)) : now;
    try (EmbeddedStores stores = EmbeddedStores.open(Path.of(arguments[0]), clock)) {
      switch (task) {
        case CHECKPOINTS -> writeCheckpoints(stores, run(number), Integer.MAX_VALUE);
        case CHECKPOINTS_WITH_SLEEP -> writeCheckpoints(stores, run(number), ASLEEP_AFTER);
        case TAKE_OVER -> takeOver(stores, run(number));
        case SHARES -> share(stores, number);
      }
    } catch (LeaseLostException e) {
      System.out.println("lost");
    } catch (StoreException e) {
      System.out.println("failed " + e.getMessage());
    }
  }

  private static void takeOver(EmbeddedStores stores, Run run) {
    Lease lease = stores.journal().claim(run.id(), "other", LEASE).granted().orElseThrow();
    for (int i = 1; i <= TAKEN_OVER_CHECKPOINTS; i++) {
      write(stores, lease, "taken-" + i);
    }
    System.out.println("taken");
  }

  private static void writeCheckpoints(EmbeddedStores stores, Run run, int asleepAfter)
      throws IOException {
    Lease lease = stores.journal().create(run, "process", LEASE).granted().orElseThrow();
    for (int i = 1; i < 100_000; i++) {
      write(stores, lease, "step-" + i);
      System.out.println(i);
      if (i == asleepAfter && System.in.read() < 0) {
        return;
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }

  private static void write(EmbeddedStores stores, Lease lease, String step) {
    RunState state =
        RunState.queued().withStatus(RunStatus.RUNNING).withStep(StepRecord.started(step, AT));
    String json = "\"" + step + "-".repeat(500) + "\"";
    stores
        .journal()
        .checkpoint(lease, state, Optional.of(new StoredArtifact(step, "review", json)));
  }

  private static void share(EmbeddedStores stores, int number) {
    Run run = SampleRuns.changing(1000 + number);
    Claim claim = stores.journal().create(run, "process-" + number, LEASE);
    for (int i = 0; i < SHARED_INCREMENTS; i++) {
      stores.memory().increment(REPOSITORY, "shared", 1);
      String key = "key-" + i % SHARED_OBSERVATIONS;
      stores
          .memory()
          .observe(REPOSITORY, key, List.of(new Observation("finding", key, 1, "seen", AT)));
    }
    System.out.println(claim.getClass().getSimpleName());
  }
}
