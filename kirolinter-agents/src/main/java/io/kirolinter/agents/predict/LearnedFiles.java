package io.kirolinter.agents.predict;

import io.kirolinter.core.memory.Pattern;
import io.kirolinter.core.step.StepContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What earlier runs saw and did in each file. */
final class LearnedFiles {

  /** After how long an earlier run counts half. */
  private static final Duration HALF_LIFE = Duration.ofDays(30);

  private static final Lesson NOTHING = new Lesson(0, 0, 0);

  private final Map<String, Lesson> byPath;

  private LearnedFiles(Map<String, Lesson> byPath) {
    this.byPath = byPath;
  }

  /**
   * What is known of one file.
   *
   * @param reviews how many reviews had findings in it
   * @param findings how many there were per review, less with age
   * @param fixes how many fixes were made, less with age
   */
  record Lesson(int reviews, double findings, double fixes) {

    double weight() {
      return findings + fixes;
    }
  }

  static LearnedFiles of(StepContext context) {
    Map<String, Lesson> lessons = new HashMap<>();
    for (Pattern seen : patterns(context, "finding")) {
      lessons.put(seen.subject(), new Lesson(seen.count(), seen.weight() / seen.count(), 0));
    }
    for (Pattern fixed : patterns(context, "fix-applied")) {
      lessons.merge(
          fixed.subject(),
          new Lesson(0, 0, fixed.weight()),
          (seen, fix) -> new Lesson(seen.reviews(), seen.findings(), fix.fixes()));
    }
    return new LearnedFiles(lessons);
  }

  Lesson about(String path) {
    return byPath.getOrDefault(path, NOTHING);
  }

  private static Iterable<Pattern> patterns(StepContext context, String kind) {
    return context
        .memory()
        .patterns(context.repository().id(), kind, HALF_LIFE, context.clock().instant());
  }
}
