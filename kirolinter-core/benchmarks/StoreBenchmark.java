import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.Lease;
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
import io.kirolinter.core.run.StoredArtifact;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Measures the embedded stores. The README beside this file says how to run it. */
public final class StoreBenchmark {

  private static final int WARM_UP = 500;
  private static final int ROUNDS = 3_000;
  private static final int COLD_STARTS = 31;
  private static final Instant AT = Instant.parse("2026-11-22T18:15:30Z");

  private final Path folder;

  private StoreBenchmark(Path folder) {
    this.folder = folder;
  }

  /**
   * {@code checkpoints <folder>}, {@code open <folder> [options of java]} or {@code cold <home>}.
   */
  public static void main(String[] arguments) throws Exception {
    StoreBenchmark benchmark = new StoreBenchmark(Path.of(arguments[1]));
    switch (arguments[0]) {
      case "checkpoints" -> benchmark.checkpoints();
      case "open" -> benchmark.open(List.of(arguments).subList(2, arguments.length));
      case "cold" -> benchmark.cold();
      default -> throw new IllegalArgumentException("unknown measurement " + arguments[0]);
    }
  }

  /** One of each in turn, so that all see the same state of machine and disk. */
  private void checkpoints() throws Exception {
    Path place = Files.createTempDirectory(folder, "checkpoints");
    try (EmbeddedStores stores = EmbeddedStores.open(place, InstantSource.system());
        FileChannel file =
            FileChannel.open(
                place.resolve("bare"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Connection database = bareDatabase(place.resolve("bare.db"));
        PreparedStatement insert = database.prepareStatement("INSERT INTO t (a) VALUES (?)")) {
      Lease lease = start(stores);
      long[] synced = new long[ROUNDS];
      long[] bare = new long[ROUNDS];
      long[] checkpoint = new long[ROUNDS];
      for (int i = -WARM_UP; i < ROUNDS; i++) {
        RunState state = state(i);
        StoredArtifact artifact = artifact(i);
        String text = Json.write(state) + artifact.json();
        int slot = Math.max(i, 0);
        synced[slot] = timed(() -> sync(file, text));
        bare[slot] = timed(() -> commit(insert, text));
        checkpoint[slot] =
            timed(() -> stores.journal().checkpoint(lease, state, Optional.of(artifact)));
      }
      print("append + sync of a file", synced);
      print("bare SQLite commit", bare);
      print("checkpoint", checkpoint);
    } finally {
      delete(place);
    }
  }

  /** Every start is a new process; what it measures begins with its main method. */
  private void open(List<String> options) throws Exception {
    Path home = Files.createTempDirectory(folder, "open");
    long[] opened = new long[COLD_STARTS];
    long[] whole = new long[COLD_STARTS];
    for (int i = -1; i < COLD_STARTS; i++) {
      int slot = Math.max(i, 0);
      long begin = System.nanoTime();
      opened[slot] = Long.parseLong(child(home, options));
      whole[slot] = System.nanoTime() - begin;
    }
    print("cold open", opened);
    print("whole process", whole);
    delete(home);
  }

  private void cold() {
    long begin = System.nanoTime();
    try (Stores stores = EmbeddedStores.open(folder, InstantSource.system())) {
      System.out.println(System.nanoTime() - begin);
      stores.memory().counter(new RepositoryId("x"), "runs");
    }
  }

  private static String child(Path home, List<String> options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("StoreBenchmark", "cold", home.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(output);
    }
    return output.lines().filter(line -> line.matches("\\d+")).findFirst().orElseThrow();
  }

  private static Connection bareDatabase(Path file) throws SQLException {
    Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
    for (String sql :
        List.of(
            "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "CREATE TABLE t (a TEXT)")) {
      try (Statement statement = database.createStatement()) {
        statement.execute(sql);
      }
    }
    return database;
  }

  private static void sync(FileChannel file, String text) throws IOException {
    file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    file.force(false);
  }

  private static void commit(PreparedStatement insert, String text) throws SQLException {
    insert.setString(1, text);
    insert.executeUpdate();
  }

  private static Lease start(Stores stores) {
    List<PlannedStep> steps =
        Stream.of("predict", "analyze", "fix", "integrate", "learn")
            .map(name -> new PlannedStep(name, Criticality.CRITICAL, RetryPolicy.standard()))
            .toList();
    RunPlan plan =
        new RunPlan(
            "full_review",
            1,
            steps,
            Scope.everything(),
            new RepositoryId("github.com/acme/shop"),
            "/home/ann/shop",
            Optional.empty(),
            RunMode.AUTONOMOUS,
            RunOptions.applyingTo(ApplyTarget.BRANCH),
            Effect.CHANGES,
            AT);
    Run run = new Run(RunId.next(AT, new Random(1)), plan, RunState.queued());
    return stores.journal().create(run, "benchmark", Duration.ofDays(1)).granted().orElseThrow();
  }

  /** The state in the middle of a run: two steps ended, the third under way. */
  private static RunState state(int i) {
    Instant end = AT.plusMillis(i);
    return RunState.queued()
        .withStatus(RunStatus.RUNNING)
        .withStep(ended("predict", end))
        .withStep(ended("analyze", end))
        .withStep(StepRecord.started("fix", end));
  }

  private static StepRecord ended(String name, Instant end) {
    return StepRecord.started(name, AT)
        .ended(StepOutcome.SUCCEEDED, end, "Looked at 612 files.", Optional.empty());
  }

  private static StoredArtifact artifact(int i) {
    return new StoredArtifact("step-" + i, "review", "{\"files\":\"" + "x".repeat(300) + "\"}");
  }

  @FunctionalInterface
  private interface Action {
    void run() throws Exception;
  }

  private static long timed(Action action) throws Exception {
    long begin = System.nanoTime();
    action.run();
    return System.nanoTime() - begin;
  }

  private static void print(String what, long[] nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        "%-24s median %8.3f ms   p99 %8.3f ms   min %8.3f ms%n",
        what, nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6, nanos[0] / 1e6);
  }

  private static void delete(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
