package io.kirolinter.agents.predict;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.predict.LearnedFiles.Lesson;
import io.kirolinter.agents.predict.content.Content;
import io.kirolinter.agents.predict.history.FileHistory;
import io.kirolinter.agents.predict.model.FileFacts;
import io.kirolinter.agents.predict.model.Signal;
import io.kirolinter.core.artifact.RiskRanking.RiskyFile;
import io.kirolinter.core.source.SourcePath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RiskReasonsTest {

  private static final Instant DAY = Instant.parse("2024-05-01T10:00:00Z");

  @Test
  void givesNoReasonOfWhatNeverHappenedWhileThereIsAnother() {
    Candidate one =
        candidate("A.java", 40, 0.2, Map.of(Signal.FIXES, 2.0, Signal.SIZE, 1.0, Signal.USES, 0.5));

    assertThat(explained(one).reasons())
        .containsExactly(
            "40 lines and 3 branches, longer than 50 % of the files",
            "uses 1 other file of this repository");
  }

  @Test
  void doesNotSayThatAFileUsesNoOtherWhileThereIsAnotherReason() {
    Candidate one = candidate("A.java", 40, 0.2, Map.of(Signal.USES, 2.0, Signal.SIZE, 1.0));
    FileFacts alone = new FileFacts(one.path(), one.facts().content(), FileHistory.none(), 0);
    Candidate lonely = new Candidate(alone, one.lesson(), 0.2, 0.2, one.parts());

    assertThat(explained(one).reasons().get(0)).startsWith("uses 1 other file");
    assertThat(explained(lonely).reasons().get(0)).startsWith("40 lines");
  }

  @Test
  void saysWhatToDoAboutTheLargestReason() {
    assertThat(explained(candidate("A.java", 40, 0.2, Map.of(Signal.SIZE, 1.0))).action())
        .startsWith("Split it");
    assertThat(explained(candidate("A.java", 40, 0.2, Map.of(Signal.USES, 1.0))).action())
        .startsWith("Loosen it");
  }

  @Test
  void saysHowLikelyAFixIsAndHowMuchRiskThereIsInALine() {
    RiskyFile file = explained(candidate("A.java", 40, 0.2, Map.of(Signal.SIZE, 1.0)));

    assertThat(file.probability()).hasValue(0.2);
    assertThat(file.riskPerLine()).isEqualTo(0.2 / 40);
  }

  @Test
  void ordersFilesOfOneScoreByPath() {
    assertThat(
            Stream.of(candidate("B.java", 9, 0.1, Map.of()), candidate("A.java", 9, 0.1, Map.of()))
                .sorted(Candidate.RISKIEST_FIRST)
                .map(one -> one.path().value()))
        .containsExactly("A.java", "B.java");
  }

  @Test
  void whatEarlierRunsFoundRaisesTheOrderAndNotTheChance() {
    Candidate clean = candidate("A.java", 9, 0.1, Map.of());
    Candidate found =
        new Candidate(clean.facts(), new Lesson(3, 2, 1), clean.risk(), clean.chance(), Map.of());

    assertThat(found.score()).isGreaterThan(clean.score());
    assertThat(found.chance()).isEqualTo(clean.chance());
    assertThat(explained(found).reasons().get(0))
        .isEqualTo("2 findings in earlier runs, and 1 fix was made");
  }

  private static RiskyFile explained(Candidate one) {
    return new RiskReasons(List.of(one, candidate("Small.java", 5, 0.1, Map.of())), DAY)
        .explain(one);
  }

  private static Candidate candidate(
      String name, int lines, double risk, Map<Signal, Double> parts) {
    FileFacts facts =
        new FileFacts(SourcePath.of(name), new Content(lines, 3, Set.of()), FileHistory.none(), 1);
    return new Candidate(facts, new Lesson(0, 0, 0), risk, risk, parts);
  }
}
