package io.kirolinter.agents.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.fix.change.FixedFile;
import io.kirolinter.agents.fix.testkit.MemorySnapshot;
import io.kirolinter.agents.fix.testkit.TestRule;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.artifact.FixSet.DropCause;
import io.kirolinter.core.progress.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fits into one proposal, and what waits. */
class FixLimitsTest {

  private static final TestRule RULE = TestRule.replacing("old-name", "old", "this.old");

  private final MemorySnapshot snapshot = new MemorySnapshot();
  private final AtomicLong filesTried = new AtomicLong();

  @ParameterizedTest
  @CsvSource({"1, 200", "10, 200", "1000, 1", "1000, 2", "1000, 7", "1000, 20", "3, 25", "2, 9"})
  void neverChangesMoreThanTheLimitsAllow(int files, int lines) {
    files(30, 5);

    FixSet fixes = fix(FixLimits.none().withFiles(OptionalInt.of(files)), lines);

    List<FixedFile> changed = FixedFile.of(snapshot, fixes);
    assertThat(changed).hasSizeLessThanOrEqualTo(files);
    assertThat(changedLines(changed)).isLessThanOrEqualTo(lines);
    assertThat(fixes.applied() + fixes.waiting() + fixes.dropped().size()).isEqualTo(150);
    assertThat(fixes.applied()).isEqualTo(Math.min(files * 5, lines / 2));
  }

  @Test
  void takesTheMostUrgentFirst() {
    files(4, 2);
    var findings = new ArrayList<>(snapshot.findings(List.of(RULE)));
    java.util.Collections.reverse(findings);
    FixRequest request =
        FixRequest.safe(snapshot, findings)
            .withLimits(FixLimits.none().withFiles(OptionalInt.of(2)));

    assertThat(paths(FixEngine.of(List.of(RULE), 1).fix(request)))
        .containsExactlyInAnyOrder("C03.java", "C02.java");
  }

  @Test
  void triesNoMoreFilesThanFit() {
    files(200, 1);

    fix(FixLimits.none().withFiles(OptionalInt.of(10)), 200);

    assertThat(filesTried.get()).isEqualTo(10);
  }

  @Test
  void neverSplitsAFixAndFillsTheRoomWithSmallerOnes() {
    snapshot.with("A.java", "class A {\n  int a = old,\n  old;\n}\n");
    snapshot.with("B.java", "class B {\n  Object o =\n    large;\n  Object large;\n}\n");
    snapshot.with("C.java", "class C {\n  int a = old,\n  old;\n}\n");

    FixSet fixes = fixWith(6, RULE, growing());

    assertThat(paths(fixes)).containsExactlyInAnyOrder("A.java", "C.java");
    assertThat(fixes.waiting()).isEqualTo(1);
  }

  @Test
  void dropsAFixThatIsLargerThanTheLimitByItself() {
    snapshot.with("A.java", "class A {\n  Object o =\n    large;\n  Object large;\n}\n");
    snapshot.with("B.java", "class B {\n  int a = old,\n  old;\n}\n");

    FixSet fixes = fixWith(4, RULE, growing());

    assertThat(paths(fixes)).containsExactly("B.java");
    assertThat(fixes.waiting()).isZero();
    assertThat(fixes.dropped())
        .singleElement()
        .satisfies(
            dropped -> {
              assertThat(dropped.cause()).isEqualTo(DropCause.NOT_POSSIBLE_NOW);
              assertThat(dropped.reason()).contains("more than 4 lines (--max-lines");
            });
  }

  @Test
  void givesUpAfterSomeFilesThatDoNotFit() {
    snapshot.with("A.java", "class A {\n  int a = old,\n  old;\n}\n");
    for (int i = 0; i < 50; i++) {
      snapshot.with(
          "B%02d.java".formatted(i),
          "class B%02d {\n  Object o =\n    large;\n  Object large;\n}\n".formatted(i));
    }

    FixSet fixes = fixWith(6, RULE, growing());

    assertThat(fixes.applied()).isEqualTo(1);
    assertThat(fixes.waiting()).isEqualTo(50);
  }

  @Test
  void countsAFileThatIsNotTextAsDroppedAndNotAsWaiting() {
    snapshot.with("A.java", "class A {\n  int a = old,\n  old;\n}\n");
    snapshot.with("B.java", "class B {\n  int a = old,\n  old;\n}\n");
    var findings = snapshot.findings(List.of(RULE));
    snapshot.with("A.java", new byte[] {'c', (byte) 0xff});
    FixRequest request =
        FixRequest.safe(snapshot, findings)
            .withLimits(FixLimits.none().withFiles(OptionalInt.of(5)));

    FixSet fixes = FixEngine.of(List.of(RULE), 1).fix(request);

    assertThat(paths(fixes)).containsExactly("B.java");
    assertThat(fixes.dropped()).hasSize(1);
    assertThat(fixes.waiting()).isZero();
  }

  private static TestRule growing() {
    return TestRule.replacing("very-large", "large", "\n(\n\n\nthis\n.\n large)");
  }

  private void files(int count, int fixesEach) {
    for (int i = 0; i < count; i++) {
      String fields =
          java.util.stream.IntStream.range(0, fixesEach)
              .mapToObj("  int a%d = old;\n"::formatted)
              .collect(Collectors.joining());
      snapshot.with(
          "C%02d.java".formatted(i), "class C%02d {\n%s  int old;\n}\n".formatted(i, fields));
    }
  }

  private FixSet fix(FixLimits limits, int lines) {
    FixRequest request =
        FixRequest.safe(snapshot, snapshot.findings(List.of(RULE)))
            .withLimits(limits.withLines(OptionalInt.of(lines)))
            .heardBy((what, done, total) -> filesTried.addAndGet(1), Cancellation.create());
    return FixEngine.of(List.of(RULE), 1).fix(request);
  }

  private FixSet fixWith(int lines, TestRule... rules) {
    FixRequest request =
        FixRequest.safe(snapshot, snapshot.findings(List.of(rules)))
            .withLimits(FixLimits.none().withLines(OptionalInt.of(lines)));
    return FixEngine.of(List.of(rules), 1).fix(request);
  }

  private static Set<String> paths(FixSet fixes) {
    return fixes.changes().stream()
        .flatMap(change -> change.fixes().stream())
        .map(AppliedFix::path)
        .map(Object::toString)
        .collect(Collectors.toSet());
  }

  /** As git counts them. */
  private static long changedLines(List<FixedFile> files) {
    return files.stream()
        .flatMap(file -> file.unifiedDiff().lines().skip(2))
        .filter(line -> line.startsWith("+") || line.startsWith("-"))
        .count();
  }
}
