import io.kirolinter.analytics.insight.Insight;
import io.kirolinter.analytics.insight.Insights;
import io.kirolinter.analytics.workflow.Window;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.analysis.Scope;
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
import io.kirolinter.core.run.StoredArtifact;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Fills a store with runs over ninety days, multiplies those of an embedded one, or reads them
 * again and again in one process. Usage: {@code StoredRuns fill <memory> <repository> <runs>},
 * {@code StoredRuns multiply embedded <repository> <times>} and {@code StoredRuns read <memory>
 * <repository> <times>}, with the memory as the command line takes it.
 */
public final class StoredRuns {

  private static final List<String> STEPS =
      List.of("predict", "analyze", "fix", "integrate", "learn");
  private static final Duration TIME = Duration.ofDays(90);

  private final Random random = new Random(20_261_129);

  public static void main(String[] arguments) {
    Environment environment = Environment.ofProcess();
    Path repository = Path.of(arguments[2]);
    RepositoryId id = Wiring.repository(environment, repository).id();
    int count = Integer.parseInt(arguments[3]);
    if (arguments[0].equals("multiply")) {
      multiply(Wiring.home(environment).resolve("kirolinter.db"), count);
      System.exit(0);
    }
    try (Wiring wiring = Wiring.open(environment, arguments[1])) {
      if (arguments[0].equals("fill")) {
        new StoredRuns().fill(wiring, id, repository.toString(), count);
      } else {
        read(wiring, id, count);
      }
    }
    System.exit(0);
  }

  /** What counts on a machine that others use as well. */
  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Copies all runs so often, each a second later, within the file: to write each takes long. */
  private static void multiply(Path file, int times) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = connection.createStatement()) {
      sql.execute("BEGIN IMMEDIATE");
      sql.execute("CREATE TEMP TABLE old AS SELECT * FROM run");
      sql.execute("CREATE TEMP TABLE old_facts AS SELECT * FROM run_facts");
      sql.execute("CREATE TEMP TABLE old_artifact AS SELECT * FROM artifact");
      for (int i = 1; i < times; i++) {
        String id = "substr(%s, 1, 16) || printf('%%06x', " + i + " * 100000 + rowid)";
        sql.execute(
            "INSERT INTO run SELECT "
                + id.formatted("id")
                + ", repository, template, effect, created + %d000000000, status, over, cancel,"
                        .formatted(i)
                + " owner, token, expires, state, plan FROM old");
        sql.execute(
            "INSERT INTO run_facts SELECT repository, created + %d000000000, ".formatted(i)
                + id.formatted("run")
                + ", replace(facts, run, "
                + id.formatted("run")
                + ") FROM old_facts");
      }
      sql.execute("COMMIT");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void read(Wiring wiring, RepositoryId id, int times) {
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      long cpu = cpu();
      Instant now = Instant.now();
      Insight insight =
          Insights.of(wiring.stores(), id, ".", new Window(now.minus(Duration.ofDays(400)), now));
      System.out.printf(
          Locale.ROOT,
          "in one process, %d: %d runs in %.0f ms, %.0f ms of CPU%n",
          i + 1,
          insight.workflows().summary().runs(),
          (System.nanoTime() - begin) / 1e6,
          (cpu() - cpu) / 1e6);
    }
  }

  private void fill(Wiring wiring, RepositoryId id, String location, int count) {
    Instant first = Instant.now().minus(TIME);
    long begin = System.nanoTime();
    for (int i = 0; i < count; i++) {
      Instant at = first.plus(TIME.multipliedBy(i).dividedBy(count));
      wiring.stores().journal().add(run(i, id, location, at), artifacts(i));
    }
    System.out.printf(
        Locale.ROOT, "wrote %d runs in %.1f s%n", count, (System.nanoTime() - begin) / 1e9);
  }

  private Run run(int number, RepositoryId id, String location, Instant at) {
    String template = List.of("full_review", "quick_fix", "monitor").get(number % 3);
    RunPlan plan =
        new RunPlan(
            template,
            1,
            STEPS.stream()
                .map(step -> new PlannedStep(step, Criticality.CRITICAL, RetryPolicy.standard()))
                .toList(),
            Scope.everything(),
            id,
            location,
            Optional.empty(),
            RunMode.BACKGROUND,
            RunOptions.applyingTo(ApplyTarget.BRANCH),
            Effect.CHANGES,
            at);
    return new Run(RunId.next(at, random), plan, state(at, random.nextInt(20) == 0));
  }

  private RunState state(Instant at, boolean fails) {
    List<StepRecord> steps = new ArrayList<>();
    Instant now = at;
    for (String step : STEPS) {
      Instant end = now.plusMillis(20 + random.nextInt(800));
      boolean failed = fails && step.equals("integrate");
      steps.add(
          new StepRecord(
              step,
              Optional.of(failed ? StepOutcome.FAILED : StepOutcome.SUCCEEDED),
              1 + random.nextInt(20) / 19,
              now,
              Optional.of(end),
              "did " + random.nextInt(100) + " things",
              failed
                  ? Optional.of("remote '/srv/git/" + random.nextInt(1000) + "' hung up after 30 s")
                  : Optional.empty()));
      now = end;
    }
    return new RunState(fails ? RunStatus.FAILED : RunStatus.SUCCEEDED, steps, Optional.of(now), 0);
  }

  private List<StoredArtifact> artifacts(int number) {
    StringBuilder findings = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      findings
          .append(i == 0 ? "" : ",")
          .append(
              ("{\"rule\":\"unused-import\",\"category\":\"code-smell\",\"severity\":\"%s\","
                      + "\"path\":\"src/A%d.java\",\"range\":{\"startLine\":1,\"startColumn\":1,\"endLine\":1,\"endColumn\":2},"
                      + "\"message\":\"The import is not used.\",\"fingerprint\":\"%016x\"}")
                  .formatted(
                      List.of("low", "medium", "high").get(i % 3),
                      i,
                      (long) i + number / 5_000));
    }
    return List.of(
        new StoredArtifact(
            "analyze",
            "review",
            "{\"findings\":[%s],\"problems\":[],\"files\":40,\"lines\":%d,\"analyzers\":[\"java\"]}"
                .formatted(findings, 12_000 + number / 10)),
        new StoredArtifact(
            "fix",
            "fix-set",
            "{\"changes\":[{\"rule\":\"unused-import\",\"title\":\"t\",\"fixes\":[{},{}],\"files\":[]}],"
                + "\"dropped\":[],\"gates\":[],\"waiting\":0}"));
  }
}
