package io.kirolinter.analytics.testkit;

import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StoredArtifact;
import io.kirolinter.core.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Twenty runs, one a day. The share of runs that fail and the number of findings rise from day to
 * day, and names and errors try to become part of a page.
 */
public final class SampleHistory {

  public static final RepositoryId REPOSITORY = new RepositoryId("example.org/repo");
  public static final Instant FIRST = PastRun.START;
  public static final int RUNS = 20;

  /** Becomes an element, and runs, wherever it is not escaped. */
  public static final String HOSTILE = "<img src=x onerror=window.pwned=1></script>'\"&";

  private SampleHistory() {}

  public static void addTo(Stores stores) {
    for (int day = 0; day < RUNS; day++) {
      addTo(stores, day);
    }
  }

  /** Adds the run of one more day. */
  public static void addTo(Stores stores, int day) {
    stores.journal().add(run(day), List.of(review(day), fixes()));
  }

  private static Run run(int day) {
    PastRun run =
        PastRun.of("quick_fix", "analyze", "fix")
            .at(FIRST.plus(Duration.ofDays(day)))
            .step("analyze", StepOutcome.SUCCEEDED);
    return day < 14
        ? run.step("fix", StepOutcome.SUCCEEDED).ended(RunStatus.SUCCEEDED)
        : run.failing("fix", StepOutcome.FAILED, HOSTILE).ended(RunStatus.FAILED);
  }

  /**
   * Each day brings a new finding in a file of its own; every seventh day the first one is gone.
   */
  private static StoredArtifact review(int day) {
    List<Integer> open =
        new ArrayList<>(IntStream.rangeClosed(day % 7 == 6 ? 1 : 0, day + 3).boxed().toList());
    String findings = open.stream().map(SampleHistory::finding).collect(Collectors.joining(","));
    return new StoredArtifact(
        "analyze",
        "review",
        "{\"findings\":[%s],\"problems\":[],\"files\":9,\"lines\":2000}".formatted(findings));
  }

  private static String finding(int number) {
    return String.format(
        Locale.ROOT,
        "{\"rule\":\"empty-catch\",\"severity\":\"%s\",\"path\":\"src/<b>%d.java\","
            + "\"fingerprint\":\"%016x\"}",
        List.of("low", "medium", "high", "critical").get(number % 4),
        number,
        number);
  }

  private static StoredArtifact fixes() {
    return new StoredArtifact(
        "fix",
        "fix-set",
        "{\"changes\":[{\"rule\":\"unused-import\",\"fixes\":[{},{}]}],"
            + "\"dropped\":[{\"rule\":\"naming\"}]}");
  }
}
