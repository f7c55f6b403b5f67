package io.kirolinter.analytics.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.analytics.experiment.Experiment;
import io.kirolinter.analytics.experiment.ExperimentDesign;
import io.kirolinter.analytics.experiment.ExperimentPlan;
import io.kirolinter.analytics.experiment.ExperimentResult;
import io.kirolinter.analytics.experiment.Trial;
import io.kirolinter.analytics.experiment.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.ToIntBiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PairedExperimentExampleTest {

  private static final Path DOCUMENT = Path.of("../docs/statistics.md");
  private static final Path THIS_FILE =
      Path.of("src/test/java/io/kirolinter/analytics/example/PairedExperimentExampleTest.java");

  // The document shows the lines between the marks.
  // begin of example
  static ExperimentResult compare(ToIntBiFunction<String, Integer> solved, Instant now)
      throws InterruptedException {
    Set<String> solvers = Set.of("greedy", "exhaustive");
    ExperimentDesign design =
        ExperimentDesign.comparing("greedy", "exhaustive", solvers).withPairs(20).withSeed(7);
    ExperimentPlan plan = ExperimentPlan.draw(design, now); // print plan.warnings() here
    return Experiment.of(plan)
        .run(
            request -> {
              long start = System.nanoTime();
              int work = solved.applyAsInt(request.template(), request.pair());
              return Trial.succeeded(work, Duration.ofNanos(System.nanoTime() - start));
            },
            pair -> {}); // keep each pair here, to resume with them
  }

  // end of example

  @Test
  void theExampleFindsTheBetterSolver() throws Exception {
    ExperimentResult result =
        compare(
            (solver, puzzle) -> puzzle + (solver.equals("exhaustive") ? 1 : 0),
            Instant.parse("2026-11-29T00:00:00Z"));

    assertThat(result.verdict()).isEqualTo(Verdict.B);
    assertThat(result.pairs()).isEqualTo(10);
    assertThat(result.metric("useful-work").estimate()).hasValue(0);
  }

  @Test
  void theDocumentShowsExactlyThisExample() throws Exception {
    String example =
        between(Files.readString(THIS_FILE), "// begin of example\n(.*?)\n\n *// end of");

    assertThat(Files.readString(DOCUMENT)).contains(example.stripIndent());
  }

  private static String between(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
