package io.kirolinter.agents.predict;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.git.Repositories;
import io.kirolinter.agents.testkit.TestContext;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.RiskRanking;
import io.kirolinter.core.artifact.RiskRanking.RiskyFile;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.step.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictStepTest {

  private static final String RUN = "20261122-181530-4f2ac1";
  private static final String CALM = "src/main/java/Calm.java";
  private static final String BUSY = "src/main/java/Busy.java";
  private static final String BROKEN = "src/main/java/Broken.java";
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path temp;

  @Test
  void describesItselfAsOptionalAndReadingOnly() {
    var description = new PredictStep().description();

    assertThat(description.name()).isEqualTo("predict");
    assertThat(description.produces()).contains(ArtifactType.RISK_RANKING);
    assertThat(description.effect()).isEqualTo(Effect.READS);
    assertThat(description.criticality()).isEqualTo(Criticality.OPTIONAL);
  }

  @Test
  void ranksTheFileThatIsChangedAndFixedMostFirst() {
    RiskRanking ranking = ranking(history());

    assertThat(ranking.files())
        .extracting(file -> file.path().value())
        .containsExactly(BROKEN, BUSY, CALM);
    assertThat(ranking.commitsRead()).isEqualTo(9);
    assertThat(ranking.riskiest().orElseThrow().reasons())
        .containsExactly(
            "4 fixes in all, 4 in the last year",
            "changed 5 times in the last year, 4 of them fixes");
    assertThat(ranking.riskiest().orElseThrow().action())
        .isEqualTo("Add tests around what was fixed before it is changed again.");
    assertThat(ranking.files()).extracting(RiskyFile::score).allMatch(score -> score < 1);
  }

  @Test
  void saysInItsSummaryWhichFileIsRiskiestAndWhy() {
    try (TestContext context = context(history())) {
      assertThat(new PredictStep().run(context).summary())
          .startsWith(
              "3 files ranked by 9 commits and the model that was fitted on other repositories;"
                  + " riskiest: "
                  + BROKEN
                  + " (4 fixes in all");
    }
  }

  @Test
  void countsAChangeLessInASweepAndInThePast() {
    TestRepository made = TestRepository.init(temp.resolve("a"));
    for (String name : List.of("Sweep", "Old", "New")) {
      made.write("src/main/java/" + name + ".java", "class X {}\n");
    }
    made.commit("all at once", START);
    made.write("src/main/java/Old.java", "class Y {}\n").commit("change", START);
    for (int i = 0; i < 30; i++) {
      made.write("src/main/java/Other" + i + ".java", "class X {}\n");
    }
    Instant now = START.plus(1000, ChronoUnit.DAYS);
    made.write("src/main/java/Sweep.java", "class Y {}\n").commit("sweep", now);
    made.write("src/main/java/New.java", "class Y {}\n").commit("change", now);

    RiskRanking ranking = ranking(made);

    assertThat(ranking.files())
        .extracting(file -> file.path().fileName())
        .startsWith("New.java")
        .contains("Old.java", "Sweep.java");
    assertThat(ranking.files())
        .filteredOn(file -> file.path().fileName().equals("Old.java"))
        .singleElement()
        .satisfies(
            file ->
                assertThat(file.reasons()).contains("changed 2 times in all, last on 2026-01-01"));
  }

  @Test
  void namesTheSizeOfALargeFile() {
    TestRepository made = TestRepository.init(temp.resolve("a"));
    made.write("src/main/java/Large.java", "// ?\n".repeat(4000));
    for (int i = 0; i < 9; i++) {
      made.write("src/main/java/Small" + i + ".java", "class Small" + i + " {}\n");
    }
    made.commit("first", START);

    RiskyFile first = ranking(made).riskiest().orElseThrow();

    assertThat(first.path().fileName()).isEqualTo("Large.java");
    assertThat(first.reasons().get(0))
        .isEqualTo("4,000 lines and 0 branches, longer than 90 % of the files");
    assertThat(first.action()).startsWith("Split it");
  }

  @Test
  void leavesTestsAndOtherFilesOut() {
    TestRepository made = history();
    made.write("src/test/java/CalmTest.java", "class CalmTest {}\n")
        .write("notes.txt", "x")
        .commit("tests", START);

    assertThat(ranking(made).files()).hasSize(3);
  }

  @Test
  void raisesAFileInWhichEarlierRunsFoundMuch() {
    TestRepository made = history();
    RiskRanking before = ranking(made);
    try (TestContext context = context(made)) {
      Instant now = context.clock().instant();
      context
          .memory()
          .observe(
              context.repository().id(),
              "an earlier run",
              List.of(
                  new Observation("finding", CALM, 400, "", now),
                  new Observation("fix-applied", CALM, 3, "", now),
                  new Observation("finding", BUSY, 1, "", now)));
    }

    RiskRanking after = ranking(made);

    assertThat(before.files().get(2).path().value()).isEqualTo(CALM);
    RiskyFile first = after.riskiest().orElseThrow();
    assertThat(first.path().value()).isEqualTo(CALM);
    assertThat(first.reasons().get(0))
        .isEqualTo("400 findings in earlier runs, and 3 fixes were made");
    assertThat(first.action()).isEqualTo("Deal with its open findings before it is changed again.");
    assertThat(first.score()).isGreaterThan(before.files().get(2).score());
  }

  @Test
  void hasNothingToDoWithoutHistoryOrSources() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("plain"));
    assertThat(idle(context(Repositories.open(folder))))
        .isEqualTo("there is no history: the folder is in no git repository");
    TestRepository empty = TestRepository.init(temp.resolve("empty"));
    assertThat(idle(context(empty)))
        .isEqualTo("there is no history: the repository has no commits yet");
    empty.write("README.md", "x").commit("first");
    assertThat(idle(context(empty))).isEqualTo("there is no Java file to rank");
  }

  @Test
  void saysThatAShallowCloneTellsLess() {
    TestRepository whole = history();
    Path place = temp.resolve("shallow");
    whole.git("clone", "--quiet", "--depth", "2", whole.folder().toUri().toString(), "" + place);

    try (TestContext context = context(Repositories.open(place))) {
      assertThat(((StepResult.Done) new PredictStep().run(context)).summary())
          .startsWith(
              "3 files ranked by 2 commits, as the clone is shallow ('git fetch --unshallow' brings"
                  + " the others), and the model");
    }
    try (TestContext context = context(whole)) {
      assertThat(((StepResult.Done) new PredictStep().run(context)).summary())
          .startsWith("3 files ranked by 9 commits and the model");
    }
  }

  @Test
  void survivesItsJson() {
    RiskRanking ranking = ranking(history());

    assertThat(Json.read(Json.write(ranking), RiskRanking.class)).isEqualTo(ranking);
  }

  private TestRepository history() {
    TestRepository made = TestRepository.init(temp.resolve("a"));
    for (String path : List.of(CALM, BUSY, BROKEN)) {
      made.write(path, "class X { int field = 0; }\n");
    }
    made.commit("Begin", START);
    for (int i = 1; i <= 4; i++) {
      Instant day = START.plus(i, ChronoUnit.DAYS);
      made.write(BROKEN, "class X { int field = " + i + "; }\n").commit("Fix bug " + i, day);
      made.write(BUSY, "class X { int field = " + i + "; }\n").commit("Add " + i, day);
    }
    return made;
  }

  private RiskRanking ranking(TestRepository made) {
    try (TestContext context = context(made)) {
      StepResult.Done done = (StepResult.Done) new PredictStep().run(context);
      return (RiskRanking) done.artifact().orElseThrow();
    }
  }

  private static String idle(TestContext context) {
    try (context) {
      return ((StepResult.NothingToDo) new PredictStep().run(context)).summary();
    }
  }

  private TestContext context(TestRepository made) {
    return context(made.open());
  }

  private TestContext context(io.kirolinter.core.repository.Repository repository) {
    return TestContext.of(RUN, repository, temp.resolve("home"));
  }
}
