package io.kirolinter.agents.predict.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kirolinter.agents.git.HistoryEntry;
import io.kirolinter.agents.git.HistoryEntry.ChangeKind;
import io.kirolinter.agents.git.HistoryEntry.ChangedPath;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.source.SourcePath;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final SourcePath A = SourcePath.of("A.java");
  private static final SourcePath B = SourcePath.of("B.java");
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  private final History history = new History();

  @Test
  void halvesAChangeWithItsAgeAndSharesItAmongTheFilesOfItsCommit() {
    add(730, "Fix bug", modified(A, 4));
    add(365, "Fix bug", modified(A, 2));
    add(0, "Add", modified(A, 1));

    FileHistory file = history.of(A);

    assertThat(file.sum(Trend.CHANGES_1Y, NOW))
        .isCloseTo(1 + 0.5 / Math.sqrt(2) + 0.25 / 2, within(1e-9));
    assertThat(file.sum(Trend.FIXES_1Y, NOW))
        .isCloseTo(0.5 / Math.sqrt(2) + 0.25 / 2, within(1e-9));
    assertThat(file.sum(Trend.FIXES_1Y, NOW.plus(Duration.ofDays(365))))
        .isCloseTo(0.25 / Math.sqrt(2) + 0.125 / 2, within(1e-9));
    assertThat(file.changes()).isEqualTo(3);
    assertThat(file.fixes()).isEqualTo(2);
    assertThat(file.changesInYear(NOW)).isEqualTo(1);
    assertThat(file.fixesInYear(NOW.minusSeconds(1))).isEqualTo(1);
    assertThat(file.lastChange()).contains(NOW);
  }

  @Test
  void takesATimeThatCannotBeForTheNearestThatCan() {
    add(-900, "Add", modified(A, 1));
    add(Integer.MAX_VALUE, "Add", modified(A, 1));

    assertThat(history.of(A).lastChange()).contains(NOW);
    assertThat(history.of(A).sum(Trend.CHANGES_1Y, NOW)).isCloseTo(1, within(1e-9));
  }

  @Test
  void takesNoSweepOverMainCodeForAFix() {
    add(0, "Fix bug everywhere", modified(A, 11));
    add(0, "Fix bug and its tests", withTests(10));

    assertThat(history.of(A).fixes()).isEqualTo(1);
  }

  @Test
  void followsAFileThatIsRenamed() {
    add(3, "Fix bug", modified(A, 1));
    add(2, "Rename", List.of(renamed(A, B, true)));
    add(1, "Rename and change", List.of(renamed(B, SourcePath.of("C.java"), false)));

    FileHistory file = history.of(SourcePath.of("C.java"));
    assertThat(file.fixes()).isEqualTo(1);
    assertThat(file.changes()).as("a mere move is no change").isEqualTo(2);
  }

  @Test
  void givesAFileWhatABranchDoesToItUnderItsOldName() {
    add(3, "Add", List.of(added(A)));
    add(2, "Rename", List.of(renamed(A, B, true)));
    add(1, "Fix bug on a branch", modified(A, 1));

    assertThat(history.of(B).fixes()).isEqualTo(1);
  }

  @Test
  void beginsAnotherFileWhereOneWasMovedAway() {
    add(3, "Fix bug", List.of(added(A)));
    add(2, "Rename", List.of(renamed(A, B, true)));
    add(1, "Another of that name", List.of(added(A)));

    assertThat(history.of(A).fixes()).isZero();
    assertThat(history.of(B).fixes()).isEqualTo(1);
  }

  @Test
  void goesOnWithAFileThatComesBack() {
    add(3, "Fix bug", List.of(added(A)));
    add(2, "Remove", List.of(new ChangedPath(A, ChangeKind.DELETED)));
    add(1, "Bring back", List.of(added(A)));

    assertThat(history.of(A).changes()).isEqualTo(2);
    assertThat(history.of(A).fixes()).isEqualTo(1);
  }

  @Test
  void knowsNothingOfAFileThatNoCommitNames() {
    assertThat(history.of(A).changes()).isZero();
    assertThat(history.of(A).sum(Trend.CHANGES_5Y, NOW)).isZero();
  }

  @Test
  void isTheSameWhetherReadAtOnceOrWithAPauseAnywhere() {
    List<HistoryEntry> entries =
        List.of(
            entry(900, "Add", modified(A, 3)),
            entry(500, "Fix bug", modified(A, 2)),
            entry(300, "Rename", List.of(renamed(A, B, false))),
            entry(200, "Fix bug", modified(B, 1)),
            entry(100, "Another", List.of(added(A))),
            entry(0, "Fix bug", modified(A, 2)));
    entries.forEach(entry -> history.add(entry, NOW));

    for (int pause = 0; pause <= entries.size(); pause++) {
      History first = new History();
      entries.subList(0, pause).forEach(entry -> first.add(entry, NOW));
      Instant paused = pause == 0 ? Instant.EPOCH : entries.get(pause - 1).at();
      History second = History.of(first.stored(CommitId.of("1".repeat(40)), paused));
      entries.subList(pause, entries.size()).forEach(entry -> second.add(entry, NOW));

      assertThat(figures(second)).isEqualTo(figures(history));
    }
  }

  private static List<Object> figures(History history) {
    return Stream.of(A, B, SourcePath.of("Other1.java"))
        .map(history::of)
        .<Object>map(
            file ->
                List.of(
                    file.changes(),
                    file.fixes(),
                    file.changesInYear(NOW),
                    file.fixesInYear(NOW),
                    file.lastChange(),
                    Arrays.stream(Trend.values()).map(trend -> file.sum(trend, NOW)).toList()))
        .toList();
  }

  private void add(int daysAgo, String subject, List<ChangedPath> changes) {
    history.add(entry(daysAgo, subject, changes), NOW);
  }

  private static HistoryEntry entry(int daysAgo, String subject, List<ChangedPath> changes) {
    Instant at = NOW.minusSeconds(daysAgo * 86_400L);
    return new HistoryEntry(CommitId.of("1".repeat(40)), at, "x", subject, "", changes);
  }

  private static List<ChangedPath> modified(SourcePath path, int files) {
    return IntStream.range(0, files)
        .mapToObj(i -> i == 0 ? path : SourcePath.of("Other" + i + ".java"))
        .map(one -> new ChangedPath(one, ChangeKind.MODIFIED))
        .toList();
  }

  private static List<ChangedPath> withTests(int tests) {
    return Stream.concat(
            modified(A, 1).stream(),
            IntStream.range(0, tests)
                .mapToObj(i -> SourcePath.of("src/test/java/A" + i + "Test.java"))
                .map(one -> new ChangedPath(one, ChangeKind.MODIFIED)))
        .toList();
  }

  private static ChangedPath added(SourcePath path) {
    return new ChangedPath(path, ChangeKind.ADDED);
  }

  private static ChangedPath renamed(SourcePath from, SourcePath to, boolean only) {
    return new ChangedPath(to, ChangeKind.RENAMED, Optional.of(from), only, 0);
  }
}
