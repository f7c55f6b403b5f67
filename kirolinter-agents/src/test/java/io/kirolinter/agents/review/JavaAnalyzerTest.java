package io.kirolinter.agents.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.git.Repositories;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.AnalysisRequest;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.analysis.FileReport;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.progress.Progress;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaAnalyzerTest {

  private static final String MESSY =
      """
      import java.util.List;

      class A {
        boolean run(String s) {
          return s == "x";
        }
      }
      """;

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temp.resolve("project"));
  }

  @Test
  void findsWhatBreaksRulesAndCountsLines() throws IOException {
    write("A.java", MESSY);
    write("pom.xml", "<project/>");
    AnalysisReport report = analyze();
    assertThat(rulesIn(report)).containsExactly("unused-import", "string-reference-comparison");
    assertThat(report.files()).hasSize(1);
    assertThat(report.lines()).isEqualTo(7);
    assertThat(report.problems()).isEmpty();
  }

  @Test
  void asksOnlyTheRulesInScope() throws IOException {
    write("A.java", MESSY);
    Scope correctness = Scope.everything().withCategories(Set.of(Category.CORRECTNESS));
    Scope one = Scope.everything().withRules(Set.of(RuleId.of("unused-import")));
    assertThat(rulesIn(analyze(correctness, 1))).containsExactly("string-reference-comparison");
    assertThat(rulesIn(analyze(one, 1))).containsExactly("unused-import");
  }

  @Test
  void refusesAFileOfSixMegabytesAndSaysSo() throws IOException {
    write("Big.java", "class Big {}\n" + "// filler\n".repeat(600_000));
    write("A.java", MESSY);
    AnalysisReport report = analyze();
    assertThat(problem(report))
        .isEqualTo("Big.java:0 has 6.0 MB; files over 5 MB are not analysed");
    assertThat(report.findings()).hasSize(2);
  }

  @Test
  void refusesAFileThatIsNotUtf8AndSaysSo() throws IOException {
    Files.write(folder.resolve("A.java"), "class \u00c4 {}".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(problem(analyze())).isEqualTo("A.java:0 is not UTF-8");
  }

  @Test
  void readsAFileBehindItsByteOrderMarkAndItsFixKeepsTheMark() throws IOException {
    write("A.java", "\ufeff" + MESSY);
    AnalysisReport report = analyze();
    Finding unused = report.findings().get(0);
    assertThat(unused.range().startLine()).isEqualTo(1);
    assertThat(unused.range().startColumn()).isEqualTo(1);
    byte[] fixed =
        SourceText.decode(Files.readAllBytes(folder.resolve("A.java")))
            .orElseThrow()
            .edited(unused.fix().orElseThrow().edits())
            .encode();
    assertThat(new String(fixed, StandardCharsets.UTF_8)).startsWith("\ufeffclass A {");
  }

  @Test
  void reportsSyntaxErrorsAndOnlySuggestsFixesThere() throws IOException {
    write("A.java", MESSY + "class B {\n  int a = ;\n  int b = ;\n");
    AnalysisReport report = analyze();
    FileProblem problem = report.problems().get(0);
    assertThat(problem.line()).isEqualTo(9);
    assertThat(problem.reason())
        .startsWith("not valid Java " + Runtime.version().feature())
        .contains("illegal start of expression")
        .endsWith("(and 2 more)");
    assertThat(report.findings()).hasSize(2);
    assertThat(report.findings())
        .allMatch(finding -> finding.fixLevel() == FixLevel.SUGGESTION, "is a suggestion");
  }

  @Test
  void readsFiveThousandNestedParenthesesAndSaysWhereItLookedNoFurther() throws IOException {
    write("Deep.java", nested(5_000));
    AnalysisReport report = analyze();
    assertThat(problem(report)).isEqualTo("Deep.java:1 is nested too deeply here to be looked at");
    assertThat(report.lines()).isEqualTo(1);
  }

  @Test
  void looksAtThreeHundredNestedParentheses() throws IOException {
    write("Deep.java", nested(300));
    assertThat(analyze().problems()).isEmpty();
  }

  @Test
  void losesOnlyTheFileThatIsNestedTooDeeply() throws IOException {
    write("A.java", MESSY);
    write("Deep.java", nested(2_000_000));
    write("Z.java", "class Z {}\n");
    AnalysisReport report = analyze();
    assertThat(problem(report)).isEqualTo("Deep.java:0 is nested too deeply to be parsed");
    assertThat(report.findings()).hasSize(2);
    assertThat(report.files()).hasSize(3);
  }

  @Test
  void namesEveryFileAlsoWhereOneIsBrokenAndOneNestedTooDeeply() throws IOException {
    write("A.java", "class A { int a = ; }\n");
    write("Deep.java", "class Deep { int a = ; int b = " + "(".repeat(2_000_000));
    write("Z.java", MESSY);
    AnalysisReport report = analyze();
    assertThat(report.files()).hasSize(3);
    assertThat(report.problems())
        .extracting(problem -> problem.path().value())
        .containsExactly("A.java", "Deep.java");
    assertThat(report.findings()).hasSize(2);
  }

  @Test
  void callsAFileThatCannotBeReadAProblemAndNeverClean() throws IOException {
    write("A.java", MESSY);
    write("Z.java", "class Z {}\n");
    try (Snapshot snapshot = snapshot()) {
      Files.delete(folder.resolve("A.java"));
      AnalysisReport report = analyze(snapshot, Scope.everything(), 1);
      assertThat(report.files().stream().map(FileReport::path).map(Object::toString))
          .containsExactly("A.java", "Z.java");
      assertThat(problem(report)).startsWith("A.java:0 cannot be read");
    }
  }

  @Test
  void reportsTheSameWithOneWorkerAndWithMany() throws IOException {
    for (int i = 0; i < 100; i++) {
      write("p%d/A%d.java".formatted(i % 7, i), i % 10 == 0 ? MESSY + "}" : MESSY);
    }
    AnalysisReport alone = analyze(Scope.everything(), 1);
    assertThat(alone.files()).hasSize(100);
    assertThat(alone.findings()).hasSize(200);
    assertThat(analyze(Scope.everything(), 4)).isEqualTo(alone);
  }

  @Test
  void tellsItsProgressUntilAllFilesAreDone() throws IOException {
    for (int i = 0; i < 40; i++) {
      write("A%d.java".formatted(i), MESSY);
    }
    List<Long> done = Collections.synchronizedList(new ArrayList<>());
    Progress progress =
        (what, some, total) -> {
          assertThat(what).isEqualTo("files");
          assertThat(total).isEqualTo(40);
          done.add(some);
        };
    try (Snapshot snapshot = snapshot()) {
      JavaAnalyzer.withAllRules(2).analyze(request(snapshot, progress, Cancellation.create()));
    }
    assertThat(done).hasSize(3).doesNotHaveDuplicates().contains(40L);
  }

  @Test
  void stopsBetweenFilesWhenCancelled() throws IOException {
    for (int i = 0; i < 40; i++) {
      write("A%d.java".formatted(i), MESSY);
    }
    Cancellation cancellation = Cancellation.create();
    List<Long> done = new ArrayList<>();
    Progress progress =
        (what, some, total) -> {
          done.add(some);
          cancellation.request();
        };
    try (Snapshot snapshot = snapshot()) {
      AnalysisRequest request = request(snapshot, progress, cancellation);
      assertThatThrownBy(() -> JavaAnalyzer.withAllRules(1).analyze(request))
          .isInstanceOf(CancellationException.class);
    }
    assertThat(done).containsExactly(16L);
  }

  @Test
  void saysWhoItIsAndWhatItsResultsRestOn() {
    JavaAnalyzer analyzer = JavaAnalyzer.withAllRules(1);
    assertThat(analyzer.name()).isEqualTo("java");
    assertThat(analyzer.rules()).isEqualTo(RulePages.rules()).hasSize(JavaRules.all().size());
    assertThat(analyzer.version().orElseThrow())
        .matches("java-\\d+-[0-9a-f]{16}-" + Runtime.version().feature());
    assertThatThrownBy(() -> JavaAnalyzer.withAllRules(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String nested(int depth) {
    return "class Deep { int a = %s1%s; }\n".formatted("(".repeat(depth), ")".repeat(depth));
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Snapshot snapshot() {
    return Repositories.open(folder).snapshot(Optional.empty());
  }

  private AnalysisReport analyze() {
    return analyze(Scope.everything(), 2);
  }

  private AnalysisReport analyze(Scope scope, int workers) {
    try (Snapshot snapshot = snapshot()) {
      return analyze(snapshot, scope, workers);
    }
  }

  private static AnalysisReport analyze(Snapshot snapshot, Scope scope, int workers) {
    AnalysisRequest request =
        new AnalysisRequest(
            snapshot, snapshot.files(), scope, Progress.none(), Cancellation.create());
    return JavaAnalyzer.withAllRules(workers).analyze(request);
  }

  private static AnalysisRequest request(
      Snapshot snapshot, Progress progress, Cancellation cancellation) {
    return new AnalysisRequest(
        snapshot, snapshot.files(), Scope.everything(), progress, cancellation);
  }

  private static List<String> rulesIn(AnalysisReport report) {
    return report.findings().stream().map(finding -> finding.rule().value()).toList();
  }

  /** {@return the only problem} */
  private static String problem(AnalysisReport report) {
    assertThat(report.problems()).hasSize(1);
    FileProblem problem = report.problems().get(0);
    return problem.path() + ":" + problem.line() + " " + problem.reason();
  }
}
