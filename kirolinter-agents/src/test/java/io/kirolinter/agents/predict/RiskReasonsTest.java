package io.kirolinter.agents.predict;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.predict.LearnedFiles.Lesson;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.repository.SnapshotFile.FileMode;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskReasonsTest {

  private static final Instant DAY = Instant.parse("2024-05-01T10:00:00Z");

  @Test
  void givesNoReasonOfWhatNeverHappenedWhileThereIsAnother() {
    Candidate old = candidate("Old.java", new FileHistory(path("Old.java"), 0, 0, 1, 0, 0, 0, DAY));

    assertThat(reasons(old, fixedOften("Hot.java")))
        .containsExactly(
            "9 bytes large, larger than 0 % of the files",
            "changed 1 time in all, last on 2024-05-01");
  }

  @Test
  void saysWhatItDidNotFindWhereThereIsNothingElse() {
    Candidate unknown = candidate("Unknown.java", FileHistory.none(path("Unknown.java")));

    assertThat(reasons(unknown, fixedOften("Hot.java")))
        .containsExactly(
            "9 bytes large, larger than 0 % of the files", "no finding in earlier runs");
    assertThat(reasons(unknown, unknown))
        .containsExactly(
            "9 bytes large, larger than 0 % of the files",
            "no change in the history that was read");
  }

  @Test
  void countsOneThingInTheSingular() {
    FileHistory history = new FileHistory(path("A.java"), 1, 1, 1, 1, 1, 1, DAY);

    assertThat(
            reasons(
                candidate("A.java", history),
                candidate("B.java", FileHistory.none(path("B.java")))))
        .containsExactly(
            "1 fix in all, 1 in the last year", "changed 1 time in the last year, 1 of them fixes");
  }

  @Test
  void ranksFilesOfOneScoreByPath() {
    List<Candidate> same =
        List.of(
            candidate("B.java", FileHistory.none(path("B.java"))),
            candidate("A.java", FileHistory.none(path("A.java"))));

    assertThat(RiskModel.weigh(same))
        .extracting(one -> one.candidate().path().value())
        .containsExactly("A.java", "B.java");
  }

  private static List<String> reasons(Candidate wanted, Candidate other) {
    List<Candidate> all = List.of(wanted, other);
    return RiskModel.weigh(all).stream()
        .filter(one -> one.candidate().equals(wanted))
        .findFirst()
        .map(new RiskReasons(all)::explain)
        .orElseThrow()
        .reasons();
  }

  private static Candidate fixedOften(String name) {
    return candidate(name, new FileHistory(path(name), 5, 5, 9, 9, 9, 9, DAY));
  }

  private static Candidate candidate(String name, FileHistory history) {
    SnapshotFile file =
        new SnapshotFile(path(name), ContentHash.of(new byte[0]), 9, FileMode.REGULAR);
    return new Candidate(file, history, new Lesson(0, 0, 0));
  }

  private static SourcePath path(String name) {
    return SourcePath.of(name);
  }
}
