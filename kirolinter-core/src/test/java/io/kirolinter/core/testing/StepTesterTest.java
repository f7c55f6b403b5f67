package io.kirolinter.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.artifact.Artifact;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.Lessons;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.repository.RepositoryKind;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepOption;
import io.kirolinter.core.step.StepPreview;
import io.kirolinter.core.step.StepResult;
import io.kirolinter.core.testing.Attempted.Update;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A step tester")
class StepTesterTest {

  private static final StepDescription COUNT = StepDescription.of("count", "Counts.");
  private static final ArtifactType<Count> TYPE = ArtifactType.of("count", Count.class);

  /** What the step under test hands on. */
  record Count(long value) implements Artifact {}

  /** Work of a step. */
  @FunctionalInterface
  interface Work {
    StepResult run(StepContext context) throws InterruptedException;
  }

  @TempDir Path folder;

  @Nested
  @DisplayName("gives a step")
  class Gives {

    @Test
    void filesWithTheirContent() throws Exception {
      Work lines =
          context -> {
            long count =
                context.snapshot().files().stream()
                    .mapToLong(
                        file ->
                            new String(context.snapshot().read(file), StandardCharsets.UTF_8)
                                .lines()
                                .count())
                    .sum();
            return StepResult.done(new Count(count), count + " lines");
          };
      try (StepTester tester = tester(COUNT.producing(TYPE), lines)) {
        Attempted done = tester.file("a/A.java", "1\n2\n").file("B.java", "ä").run();

        assertThat(done.artifact(TYPE)).contains(new Count(3));
        assertThat(done.artifact(ArtifactType.LESSONS)).isEmpty();
        assertThat(done.summary()).isEqualTo("3 lines");
      }
    }

    @Test
    void aRepositoryOnDisk() throws Exception {
      Work look =
          context -> {
            assertThat(context.repository().location().resolve("a.txt")).hasContent("a");
            assertThat(context.repository().kind()).isEqualTo(RepositoryKind.PLAIN_FOLDER);
            assertThat(context.snapshot().commit()).isEmpty();
            assertThat(context.snapshot().file(SourcePath.of("a.txt")).orElseThrow().size())
                .isEqualTo(1);
            return StepResult.nothingToDo(context.repository().id().value());
          };
      try (StepTester tester = tester(COUNT, look)) {
        assertThat(tester.file("a.txt", "a").run().summary()).startsWith("path:/");
      }
    }

    @Test
    void theRepositoryOfTheTest() throws Exception {
      Path place = Files.createDirectories(folder.resolve("own"));
      FolderRepository own = new FolderRepository(place, new RepositoryId("github.com/acme/shop"));
      try (StepTester tester =
          tester(COUNT, context -> StepResult.nothingToDo(context.repository().id().value()))) {
        assertThat(tester.repository(own).run().summary()).isEqualTo("github.com/acme/shop");
        assertThat(own.snapshot(Optional.of(new CommitId("0".repeat(40)))).files()).isEmpty();
      }
    }

    @Test
    void artifactsOfEarlierSteps() throws Exception {
      StepDescription step = COUNT.requiring(ArtifactType.LESSONS).using(ArtifactType.NOTICES);
      Work read =
          context ->
              StepResult.nothingToDo(
                  context.required(ArtifactType.LESSONS).observations()
                      + " "
                      + context.artifact(ArtifactType.NOTICES));
      try (StepTester tester = tester(step, read)) {
        tester.artifact(ArtifactType.LESSONS, new Lessons(3, List.of()));

        assertThat(tester.run().summary()).isEqualTo("3 Optional.empty");
      }
    }

    @Test
    void optionsScopeAndWhatIsAwaited() throws Exception {
      StepDescription step = COUNT.taking(StepOption.count("limit", "The most."));
      Work read =
          context ->
              StepResult.nothingToDo(
                  "%s %s %s %s %s"
                      .formatted(
                          context.option("limit"),
                          context.plan().steps().get(0).options(),
                          context.plan().scope().effort(),
                          context.plan().options().maxFixes(),
                          context.isAwaited(TYPE)));
      try (StepTester tester = tester(step, read)) {
        tester
            .option("limit", "3")
            .scope(Scope.everything().withEffort(Scope.Effort.THOROUGH))
            .runOptions(RunOptions.applyingTo(ApplyTarget.NONE).withMaxFixes(OptionalInt.of(7)))
            .awaiting(TYPE);

        assertThat(tester.run().summary())
            .isEqualTo("[3] {limit=[3]} THOROUGH OptionalInt[7] true");
      }
    }

    @Test
    void aClockThatStandsStill() throws Exception {
      Work tell = context -> StepResult.nothingToDo(context.clock().instant().toString());
      try (StepTester tester = tester(COUNT, tell)) {
        assertThat(tester.run().summary()).isEqualTo("2026-01-01T00:00:00Z");
        tester.at(Instant.parse("2024-02-29T12:00:00Z")).later(Duration.ofHours(12));
        assertThat(tester.run().summary()).isEqualTo("2024-03-01T00:00:00Z");
      }
    }

    @Test
    void aRealMemoryAndCache() throws Exception {
      Work remember =
          context -> {
            observe(context, context.idempotencyKey(), "password=hunter2secret");
            context.cache().put(java.util.Map.of("k", "v"));
            return StepResult.done(context.cache().get(List.of("k")).toString());
          };
      try (StepTester tester = tester(COUNT, remember)) {
        assertThat(tester.run().summary()).isEqualTo("{k=v}");

        RepositoryId id = tester.memory().repositories().iterator().next();
        assertThat(tester.memory().observations(id, "seen", 9))
            .singleElement()
            .extracting(Observation::detail)
            .asString()
            .doesNotContain("hunter2secret");
        assertThat(tester.memory().patterns(id, "seen", Duration.ofDays(1), Instant.EPOCH))
            .hasSize(1);
        assertThat(tester.memory().forgetBeyond(id, 1)).isZero();
        assertThat(tester.memory().forgetBefore(id, Instant.parse("2027-01-01T00:00:00Z")))
            .isEqualTo(1);
        tester.memory().forget(id);
        assertThat(tester.memory().repositories()).isEmpty();
      }
    }

    @Test
    void progressThatIsKept() throws Exception {
      Work work =
          context -> {
            context.progress().update("files", 1, 2);
            context.progress().update("files", 2, 2);
            return StepResult.done("done");
          };
      try (StepTester tester = tester(COUNT, work)) {
        assertThat(tester.run().updates())
            .containsExactly(new Update("files", 1, 2), new Update("files", 2, 2));
      }
    }

    @Test
    void cancellation() throws Exception {
      Work work =
          context -> {
            context.cancellation().throwIfRequested();
            return StepResult.done("done");
          };
      try (StepTester tester = tester(COUNT, work)) {
        tester.cancellation().request();

        assertThatThrownBy(tester::run).isInstanceOf(CancellationException.class);
      }
    }

    @Test
    void oneKeyInEveryAttempt() throws Exception {
      Work tell =
          context -> StepResult.nothingToDo(context.runId() + " " + context.idempotencyKey());
      try (StepTester tester = tester(COUNT, tell)) {
        String first = tester.run().summary();

        assertThat(first).contains("/count");
        assertThat(tester.run().summary()).isEqualTo(first);
      }
    }

    @Test
    void aChanceToUndo() throws Exception {
      List<String> undone = new ArrayList<>();
      Step step =
          new Step() {
            @Override
            public StepDescription description() {
              return COUNT.changingFiles();
            }

            @Override
            public StepResult run(StepContext context) {
              return StepResult.done("done");
            }

            @Override
            public void undo(StepContext context) {
              undone.add(context.idempotencyKey());
            }
          };
      try (StepTester tester = StepTester.open(step, folder)) {
        tester.undo();

        assertThat(undone).hasSize(1);
      }
    }
  }

  @Nested
  @DisplayName("fails a step that")
  class Fails {

    @Test
    void givesNothingBack() {
      breaks(COUNT, context -> null, "step 'count' gave back null");
    }

    @Test
    void saysNothing() {
      breaks(COUNT, context -> StepResult.done(" "), "step 'count' has no summary for people");
    }

    @Test
    void handsOnLessOrMoreOrElseThanItSays() {
      breaks(
          COUNT.producing(TYPE),
          context -> StepResult.done("done"),
          "step 'count' is to hand on count, and handed on nothing");
      breaks(
          COUNT,
          context -> StepResult.done(new Count(1), "done"),
          "step 'count' is to hand on nothing, and handed on Count[value=1]");
      breaks(
          COUNT.producing(TYPE),
          context -> StepResult.done(new Lessons(1, List.of()), "done"),
          "step 'count' is to hand on count, and handed on Lessons[observations=1, insights=[]]");
    }

    /** An artifact that forgets half of itself. */
    record Forgetful(int kept, @JsonIgnore int lost) implements Artifact {}

    @Test
    void handsOnWhatIsReadBackDifferently() {
      breaks(
          COUNT.producing(ArtifactType.of("forgetful", Forgetful.class)),
          context -> StepResult.done(new Forgetful(1, 2), "done"),
          "Forgetful[kept=1, lost=2] is written as {\"kept\":1}, and read back as Forgetful[kept=1, lost=0]");
    }

    /** An artifact that nobody can write down. */
    record Unwritable(Object value) implements Artifact {}

    @Test
    void handsOnWhatIsNoJson() {
      Object bean = new Object();
      breaks(
          COUNT.producing(ArtifactType.of("unwritable", Unwritable.class)),
          context -> StepResult.done(new Unwritable(bean), "done"),
          "Unwritable[value=" + bean + "] cannot be kept as JSON");
    }

    @Test
    void asksForWhatItsDescriptionDoesNotName() {
      breaks(
          COUNT,
          context -> StepResult.nothingToDo("" + context.artifact(ArtifactType.REVIEW)),
          "step 'count' asks for 'review', which its description does not name");
      breaks(
          COUNT,
          context -> StepResult.nothingToDo("" + context.option("limit")),
          "step 'count' asks for option 'limit', which its description does not name");
    }

    private void breaks(StepDescription description, Work work, String message) {
      try (StepTester tester = tester(description, work)) {
        assertThatThrownBy(tester::run).isInstanceOf(AssertionError.class).hasMessage(message);
      }
    }
  }

  @Nested
  @DisplayName("asks a step what it is about to do, and")
  class Preview {

    private interface Telling {
      StepPreview of(StepContext context);
    }

    private StepTester telling(Telling preview) {
      return StepTester.open(
          new Step() {
            @Override
            public StepDescription description() {
              return COUNT;
            }

            @Override
            public StepResult run(StepContext context) {
              return StepResult.done("done");
            }

            @Override
            public StepPreview preview(StepContext context) {
              return preview.of(context);
            }
          },
          folder);
    }

    @Test
    void givesWhatAPersonWouldSee() throws Exception {
      try (StepTester tester =
          telling(context -> StepPreview.of(context.snapshot().files().size() + " files"))) {
        assertThat(tester.file("A.java", "class A {}").preview().figures()).isEqualTo("1 files");
      }
    }

    @Test
    void failsOneThatIsMissing() {
      try (StepTester tester = telling(context -> null)) {
        assertThatThrownBy(tester::preview)
            .isInstanceOf(AssertionError.class)
            .hasMessage("the preview of step 'count' is null");
      }
    }

    @Test
    void failsFiguresThatAreASentence() {
      try (StepTester tester = telling(context -> StepPreview.of("Counts."))) {
        assertThatThrownBy(tester::preview)
            .isInstanceOf(AssertionError.class)
            .hasMessage("the figures of step 'count' end in a full stop: Counts.");
      }
    }

    @Test
    void failsOneThatDoesTheWork() {
      Telling working =
          context -> {
            context.memory().increment(context.repository().id(), "runs", 1);
            return StepPreview.none();
          };
      try (StepTester tester = telling(working)) {
        assertThatThrownBy(tester::preview)
            .isInstanceOf(AssertionError.class)
            .hasMessageStartingWith("the preview of step 'count' changed ");
      }
    }
  }

  @Nested
  @DisplayName("runs a step twice with one key, and fails it if")
  class Twice {

    @Test
    void itCountsTwice() {
      doubles(
          context -> context.memory().increment(context.repository().id(), "runs", 1),
          "changed the memory from {runs=1} to {runs=2}");
    }

    @Test
    void itObservesUnderAnotherKey() {
      List<String> keys = new ArrayList<>();
      doubles(
          context -> {
            keys.add("k");
            observe(context, "key " + keys.size(), "again");
          },
          "changed the memory from {seen=[");
    }

    @Test
    void itLeavesAnotherFile() {
      List<String> names = new ArrayList<>();
      doubles(
          context -> {
            names.add("n");
            write(context.folder().resolve(names.size() + ".txt"));
          },
          "changed the folder of the run from {1.txt=");
    }

    @Test
    void itSendsASecondMessage() {
      List<String> outbox = new ArrayList<>();
      try (StepTester tester =
          tester(
              COUNT,
              context -> {
                outbox.add(context.idempotencyKey());
                return StepResult.done("sent");
              })) {
        assertThatThrownBy(() -> tester.runTwice(() -> List.copyOf(outbox)))
            .isInstanceOf(AssertionError.class)
            .hasMessageStartingWith(
                "a second attempt with the same key changed what is outside from [");
      }
    }

    @Test
    void itComesToSomethingElse() {
      List<String> attempts = new ArrayList<>();
      try (StepTester tester =
          tester(
              COUNT.producing(TYPE),
              context -> {
                attempts.add("one");
                return StepResult.done(new Count(attempts.size()), "counted");
              })) {
        assertThatThrownBy(tester::runTwice)
            .isInstanceOf(AssertionError.class)
            .hasMessage(
                "a second attempt with the same key handed on Optional[Count[value=2]], the first one Optional[Count[value=1]]");
      }
    }

    @Test
    void butNotIfTheKeyKeepsItFromThat() throws Exception {
      Work careful =
          context -> {
            observe(context, context.idempotencyKey(), "once");
            write(context.folder().resolve("report.txt"));
            return StepResult.done(new Count(1), "counted");
          };
      try (StepTester tester = tester(COUNT.producing(TYPE), careful)) {
        assertThat(tester.runTwice().artifact(TYPE)).contains(new Count(1));
        assertThat(tester.runFolder().resolve("report.txt")).exists();
      }
    }

    private void doubles(java.util.function.Consumer<StepContext> effect, String message) {
      try (StepTester tester =
          tester(
              COUNT,
              context -> {
                effect.accept(context);
                return StepResult.done("done");
              })) {
        assertThatThrownBy(tester::runTwice)
            .isInstanceOf(AssertionError.class)
            .hasMessageContaining(message);
      }
    }
  }

  @Nested
  @DisplayName("refuses a test that")
  class Refuses {

    @Test
    void doesNotGiveWhatIsRequired() {
      try (StepTester tester =
          tester(COUNT.requiring(ArtifactType.REVIEW), context -> StepResult.done("done"))) {
        assertThatThrownBy(tester::run)
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("step 'count' requires 'review': give it by artifact(...)");
      }
    }

    @Test
    void settlesAnOptionThatNoTemplateCould() {
      StepDescription step = COUNT.taking(StepOption.count("limit", "The most."));
      try (StepTester tester = tester(step, context -> StepResult.done("done"))) {
        assertThatThrownBy(() -> tester.option("most", "1"))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("no option 'most'");
        assertThatThrownBy(() -> tester.option("limit", "few"))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("option 'limit' takes a number, 1 or more, was [few]");
      }
    }
  }

  private StepTester tester(StepDescription description, Work work) {
    Step step =
        new Step() {
          @Override
          public StepDescription description() {
            return description;
          }

          @Override
          public StepResult run(StepContext context) throws InterruptedException {
            return work.run(context);
          }
        };
    return StepTester.open(step, folder);
  }

  private static void observe(StepContext context, String key, String detail) {
    context
        .memory()
        .observe(
            context.repository().id(),
            key,
            List.of(new Observation("seen", "it", 1, detail, context.clock().instant())));
  }

  private static void write(Path file) {
    try {
      Files.writeString(file, "x");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
