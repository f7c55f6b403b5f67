package io.kirolinter.agents.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kirolinter.agents.git.HistoryEntry;
import io.kirolinter.agents.git.HistoryEntry.ChangeKind;
import io.kirolinter.agents.git.HistoryEntry.ChangedPath;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.source.SourcePath;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryCollectorTest {

  private static final SourcePath A = SourcePath.of("A.java");
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  private final HistoryCollector collector = new HistoryCollector(Set.of(A));

  @Test
  void halvesAChangeForEveryYearAndDividesItByTheFilesOfItsCommit() {
    collector.add(entry(0, "Add", 1));
    collector.add(entry(365, "Fix bug", 2));
    collector.add(entry(730, "Fix bug", 4));

    FileHistory history = collector.features().byPath().get(A);

    assertThat(history.focus()).isCloseTo(1 + 0.5 / 2 + 0.25 / 4, within(1e-9));
    assertThat(history.decayedFixes()).isCloseTo(0.5 + 0.25, within(1e-9));
    assertThat(history.changes()).isEqualTo(3);
    assertThat(history.fixes()).isEqualTo(2);
    assertThat(history.recentChanges()).isEqualTo(2);
    assertThat(history.recentFixes()).isEqualTo(1);
    assertThat(history.lastChange()).isEqualTo(NOW);
  }

  @Test
  void takesACommitFromTheFutureAsOfToday() {
    collector.add(entry(0, "Add", 1));
    collector.add(entry(-900, "Add", 1));

    assertThat(collector.features().byPath().get(A).focus()).isCloseTo(2, within(1e-9));
  }

  @Test
  void takesNoSweepForAFix() {
    collector.add(entry(0, "Fix bug everywhere", 11));

    assertThat(collector.features().byPath().get(A).fixes()).isZero();
  }

  @Test
  void forgetsDeletionsAndFilesThatAreGone() {
    collector.add(
        new HistoryEntry(
            CommitId.of("1".repeat(40)),
            NOW,
            "x",
            "Remove",
            List.of(
                new ChangedPath(A, ChangeKind.DELETED),
                new ChangedPath(SourcePath.of("Gone.java"), ChangeKind.MODIFIED))));

    assertThat(collector.features()).isEqualTo(new HistoryFeatures(1, List.of()));
  }

  @Test
  void givesFeaturesThatSurviveTheirJson() {
    collector.add(entry(0, "Fix bug", 3));
    HistoryFeatures features = collector.features();

    assertThat(Json.read(Json.write(features), HistoryFeatures.class)).isEqualTo(features);
  }

  private static HistoryEntry entry(int daysAgo, String subject, int files) {
    List<ChangedPath> changes =
        IntStream.range(0, files)
            .mapToObj(i -> i == 0 ? A : SourcePath.of("Other" + i + ".java"))
            .map(path -> new ChangedPath(path, ChangeKind.MODIFIED))
            .toList();
    Instant at = NOW.minusSeconds(daysAgo * 86_400L);
    return new HistoryEntry(CommitId.of("1".repeat(40)), at, "x", subject, changes);
  }
}
