package io.kirolinter.agents.fix;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.kirolinter.agents.fix.change.FixedFile;
import io.kirolinter.agents.fix.testkit.MemorySnapshot;
import io.kirolinter.agents.review.JavaAnalyzer;
import io.kirolinter.agents.review.JavaRules;
import io.kirolinter.agents.syntax.DeepStack;
import io.kirolinter.agents.syntax.JavaParser;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.AnalysisRequest;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.progress.Progress;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ten thousand files that nobody would write, through the analyzer and the fix engine. */
class HostileSourcesTest {

  private static final int FILES = 10_000;

  /** Small enough that a batch shows which file takes more than its time. */
  private static final int BATCH = 25;

  private static final Duration LONGEST_FILE = Duration.ofSeconds(5);

  private final JavaAnalyzer analyzer = JavaAnalyzer.withAllRules(1);
  private final FixEngine engine = FixEngine.of(JavaRules.all(), 1);
  private final Set<SourcePath> unparsable = new HashSet<>();
  private int fixed;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void everySpoiltFileIsAnalysedOrNamedAndNoneWithSyntaxErrorsIsFixed() throws IOException {
    List<String> originals = originals();
    for (int first = 0; first < FILES; first += BATCH) {
      MemorySnapshot batch = new MemorySnapshot();
      for (int i = first; i < first + BATCH; i++) {
        String original = originals.get(i % originals.size());
        batch.with("f%05d/Spoilt.java".formatted(i), new HostileSource(i).of(original));
      }
      checkInTime(batch);
    }
    assertThat(unparsable).hasSizeBetween(FILES / 2, FILES - 1);
    assertThat(fixed).as("fixes in files that can be parsed all the same").isGreaterThan(1_000);
  }

  private void checkInTime(MemorySnapshot batch) {
    Duration start = processorTime();
    AnalysisReport report = analyze(batch);
    FixSet fixes = engine.fix(FixRequest.safe(batch, trusted(report.findings())));
    assertThat(processorTime().minus(start))
        .as(() -> "time of the files from " + batch.files().get(0).path())
        .isLessThan(LONGEST_FILE);
    namesEveryFileThatCannotBeParsed(batch, report);
    fixesOnlyWhatCanBeParsed(batch, report, fixes);
  }

  /** {@return the time this process was really given, which does not depend on its neighbours} */
  private static Duration processorTime() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return Duration.ofNanos(system.getProcessCpuTime());
  }

  private AnalysisReport analyze(MemorySnapshot batch) {
    return analyzer.analyze(
        new AnalysisRequest(
            batch, batch.files(), Scope.everything(), Progress.none(), Cancellation.create()));
  }

  /** {@return the findings as if every suggestion, such as those in broken files, were safe} */
  private static List<Finding> trusted(List<Finding> findings) {
    return findings.stream().map(one -> one.withFixLevel(FixLevel.SAFE)).toList();
  }

  private void namesEveryFileThatCannotBeParsed(MemorySnapshot batch, AnalysisReport report) {
    assertThat(report.files()).hasSize(batch.files().size());
    Map<SourcePath, String> reasons = new HashMap<>();
    report.problems().forEach(problem -> reasons.put(problem.path(), problem.reason()));
    for (SnapshotFile file : batch.files()) {
      String reason = reasons.getOrDefault(file.path(), "");
      boolean named = !reason.isEmpty();
      if (named && !reason.contains("nested too deeply")) {
        unparsable.add(file.path());
      }
      if (!isAtTheLimitOfTheStack(file) && !reason.contains("nested too deeply")) {
        assertThat(named).as(file.path() + " " + reason).isEqualTo(!isJava(batch, file));
      }
    }
  }

  /** Whether the compiler gets through hundred thousand levels is a matter of luck. */
  private static boolean isAtTheLimitOfTheStack(SnapshotFile file) {
    return file.size() > 900_000;
  }

  /** {@return whether the compiler parses the file, asked about it alone} */
  private static boolean isJava(MemorySnapshot batch, SnapshotFile file) {
    Optional<SourceText> text = SourceText.decode(batch.read(file));
    return text.isPresent() && hasNoErrors(file.path(), text.get().text());
  }

  private static boolean hasNoErrors(SourcePath path, String text) {
    Set<SourcePath> good = new HashSet<>();
    try {
      DeepStack.runOnThreads(
          1,
          () -> {
            if (JavaParser.open().parse(path, text).errors().isEmpty()) {
              good.add(path);
            }
          });
    } catch (IllegalStateException | StackOverflowError e) {
      return false; // the compiler itself gave up
    }
    return !good.isEmpty();
  }

  private void fixesOnlyWhatCanBeParsed(MemorySnapshot batch, AnalysisReport report, FixSet fixes) {
    Set<SourcePath> broken = new HashSet<>();
    report.problems().forEach(problem -> broken.add(problem.path()));
    for (FixedFile file : FixedFile.of(batch, fixes)) {
      assertThat(broken).doesNotContain(file.path());
      String after = file.after().text();
      assertThat(hasNoErrors(file.path(), after)).as(file::unifiedDiff).isTrue();
    }
    fixed += fixes.applied();
  }

  /** {@return main code, and after each of its files a sample, which breaks many rules} */
  private static List<String> originals() throws IOException {
    List<String> clean = textsIn(Path.of("src/main/java/io/kirolinter/agents/rule"));
    List<String> messy = textsIn(Path.of("src/test/resources/samples"));
    List<String> all = new ArrayList<>();
    for (int i = 0; i < clean.size(); i++) {
      all.add(clean.get(i));
      all.add(messy.get(i % messy.size()));
    }
    return all;
  }

  private static List<String> textsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(path -> path.toString().endsWith(".java"))
          .filter(path -> !path.endsWith("package-info.java"))
          .sorted()
          .map(HostileSourcesTest::read)
          .toList();
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
