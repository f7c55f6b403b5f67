package io.kirolinter.agents.notify;

import com.google.common.base.Splitter;
import com.google.common.collect.Sets;
import com.google.common.hash.Hashing;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.step.StepContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What everybody was told last, kept in the pattern memory. */
final class LastNotices {

  private static final String KIND = "notice";
  private static final int NEWEST = 1_000;

  /** Of more, only a hash of all is kept: enough to tell whether something has changed. */
  private static final int MOST_KEPT = 4_000;

  private final StepContext context;
  private final List<Observation> newest;

  private LastNotices(StepContext context, List<Observation> newest) {
    this.context = context;
    this.newest = newest;
  }

  static LastNotices of(StepContext context) {
    return new LastNotices(
        context, context.memory().observations(context.repository().id(), KIND, NEWEST));
  }

  /** What one was told last. */
  record Told(String run, Set<String> marks) {

    Told {
      marks = Set.copyOf(marks);
    }
  }

  /** {@return what a destination was told last; empty if nothing ever} */
  Optional<Told> by(String destination) {
    return newest.stream()
        .filter(one -> one.subject().equals(destination))
        .findFirst()
        .map(one -> told(one.detail()));
  }

  /** Remembers what a destination was told in this run. */
  void remember(Destination destination) {
    Set<String> marks = marks(destination.part());
    Observation observation =
        new Observation(
            KIND,
            destination.key(),
            marks.size(),
            context.runId() + " " + String.join(" ", marks),
            context.clock().instant());
    String key = context.idempotencyKey() + "/" + destination.key();
    context.memory().observe(context.repository().id(), key, List.of(observation));
  }

  /** {@return what tells this part from another one, whatever lines moved} */
  static Set<String> marks(Review part) {
    Set<String> marks =
        Stream.concat(
                part.findings().stream().map(finding -> finding.fingerprint().value()),
                part.problems().stream().map(LastNotices::mark))
            .collect(Collectors.toCollection(TreeSet::new));
    return marks.size() <= MOST_KEPT ? marks : Set.of("all:" + hash(String.join(" ", marks)));
  }

  /** {@return such as {@code 2 new and 1 gone since the last message}; empty if there was none} */
  static String change(Optional<Told> last, Set<String> now) {
    return last.map(Told::marks)
        .filter(
            before -> Stream.concat(before.stream(), now.stream()).noneMatch(LastNotices::isHash))
        .map(
            before ->
                "%d new and %d gone since the last message.\n"
                    .formatted(
                        Sets.difference(now, before).size(), Sets.difference(before, now).size()))
        .orElse("");
  }

  private static boolean isHash(String mark) {
    return mark.startsWith("all:");
  }

  private static String mark(FileProblem problem) {
    return "p:" + hash(problem.path() + " " + problem.reason());
  }

  private static String hash(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString().substring(0, 16);
  }

  private static Told told(String detail) {
    List<String> words = Splitter.on(' ').splitToList(detail);
    return new Told(words.get(0), Set.copyOf(words.subList(1, words.size())));
  }
}
