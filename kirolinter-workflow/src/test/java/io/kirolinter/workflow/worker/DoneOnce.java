package io.kirolinter.workflow.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.store.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is to be found when runs of full_review are over that processes with marks worked on. */
record DoneOnce(Path home, Stores stores) {

  /**
   * Checks that each of these runs, which are all there were, ended well, and had its effects once.
   */
  void check(List<Run> runs) throws IOException {
    StepMarks marks = new StepMarks(home.resolve("marks"), "test", Duration.ZERO);
    assertThat(marks.read("met")).as("two at a time in one repository").isEmpty();
    Map<String, Long> times =
        marks.read("run").stream()
            .map(line -> line.substring(0, line.lastIndexOf(' ')))
            .collect(Collectors.groupingBy(line -> line, Collectors.counting()));
    for (Run run : runs) {
      checkSteps(stores.journal().find(run.id()).orElseThrow(), times);
    }
    assertThat(marks.outbox().senders())
        .as("messages sent")
        .isEqualTo(runs.stream().map(run -> run.id().value()).sorted().toList());
    checkLessons(runs);
    await().until(() -> runs.stream().noneMatch(run -> stores.queue().contains(run.id())));
  }

  private static void checkSteps(Run over, Map<String, Long> times) {
    assertThat(over.state().status()).as("%s", over).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(Path.of(over.plan().location()).resolve(over.id() + ".branch"))
        .as("%s", over)
        .exists();
    for (StepRecord step : over.state().steps()) {
      assertThat(times.getOrDefault(over.id() + " " + step.name(), 0L))
          .as("%s of %s, by attempts that the journal knows", step.name(), over.id())
          .isBetween(1L, (long) step.attempts());
    }
  }

  /** Checks that steps were only repeated because their processes were lost. */
  void checkRepetitions(List<Run> runs) {
    for (Run run : runs) {
      Run over = stores.journal().find(run.id()).orElseThrow();
      assertThat(over.state().steps().stream().mapToInt(StepRecord::attempts).sum())
          .as("%s", over)
          .isLessThanOrEqualTo(over.state().steps().size() + over.state().takeovers());
    }
  }

  private void checkLessons(List<Run> runs) {
    Map<RepositoryId, Long> expected =
        runs.stream()
            .collect(Collectors.groupingBy(run -> run.plan().repository(), Collectors.counting()));
    expected.forEach(
        (repository, count) ->
            assertThat(stores.memory().observations(repository, "tidy", 99_999))
                .as("learned of each run once")
                .hasSize(count.intValue()));
  }
}
