package io.kirolinter.agents.pmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.git.Repositories;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.AnalysisRequest;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.progress.Progress;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
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

class PmdAnalyzerTest {

  private static final String EMPTY_CATCH = "category/java/errorprone.xml/EmptyCatchBlock";

  private static final String SWALLOWS =
      """
      class A {
        void run() {
          try {
            close();
          } catch (RuntimeException e) {
          }
        }
        void close() {}
      }
      """;

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temp.resolve("project"));
  }

  @Test
  void turnsViolationsIntoFindings() throws IOException {
    write("A.java", SWALLOWS);
    write("notes.txt", "no Java");

    AnalysisReport report = analyze(bundled());

    assertThat(report.findings())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.rule()).hasToString("pmd/EmptyCatchBlock");
              assertThat(one.category()).isEqualTo(Category.CORRECTNESS);
              assertThat(one.severity()).isEqualTo(Severity.MEDIUM);
              assertThat(one.message()).isEqualTo("Avoid empty catch blocks");
              assertThat(one.fix()).isEmpty();
              assertThat(place(one)).isEqualTo("5:7-6:6");
            });
    assertThat(report.files()).hasSize(1);
    assertThat(report.lines()).isEqualTo(9);
    assertThat(report.problems()).isEmpty();
  }

  @Test
  void knowsPlacesWhateverTheLineEndsTabsMarksAndEscapesAre() throws IOException {
    write(
        "A.java",
        "\uFEFFclass A {\r\n\tvoid a() {\r\t\ttry { int \\u0061b = 1; a(); } "
            + "/*\uD83D\uDE00*/ catch (RuntimeException e) { }\n\t}\r\n}\r\n");

    AnalysisReport report = analyze(PmdAnalyzer.with(List.of(EMPTY_CATCH), 1));

    assertThat(report.findings())
        .singleElement()
        .satisfies(
            one -> {
              String line =
                  "\t\ttry { int \\u0061b = 1; a(); } /*\uD83D\uDE00*/ catch (RuntimeException e) { }";
              assertThat(place(one))
                  .isEqualTo("3:%d-3:%d".formatted(line.indexOf("catch") + 1, line.length() + 1));
            });
  }

  @Test
  void recognisesFindingsAgainAfterLinesAboveMoved() throws IOException {
    write("A.java", SWALLOWS.replace("void run", "void other() {}\n  void run"));
    List<Finding> moved = analyze(bundled()).findings();
    write("A.java", SWALLOWS);
    List<Finding> before = analyze(bundled()).findings();

    assertThat(moved.get(0).fingerprint()).isEqualTo(before.get(0).fingerprint());
    assertThat(moved.get(0).range()).isNotEqualTo(before.get(0).range());
  }

  @Test
  void givesEqualFindingsInOneMethodFingerprintsOfTheirOwn() throws IOException {
    String twice = "try { close(); } catch (RuntimeException e) {} ".repeat(2);
    write("A.java", SWALLOWS.replace("void close() {}", "void close() { " + twice + "}"));

    assertThat(analyze(bundled()).findings())
        .hasSize(3)
        .extracting(Finding::fingerprint)
        .doesNotHaveDuplicates();
  }

  @Test
  void asksOnlyTheRulesInScope() throws IOException {
    write("A.java", SWALLOWS.replace("close();\n", "new Thread().run(); if (true) {}\n"));
    Scope one = Scope.everything().withRules(Set.of(RuleId.of("pmd/DontCallThreadRun")));

    assertThat(rulesIn(analyze(bundled(), one))).containsExactly("pmd/DontCallThreadRun");
    assertThat(
            rulesIn(
                analyze(
                    bundled(), Scope.everything().withCategories(Set.of(Category.PERFORMANCE)))))
        .isEmpty();
    assertThat(
            rulesIn(
                analyze(
                    PmdAnalyzer.with(List.of("category/java/multithreading.xml", EMPTY_CATCH), 1),
                    one)))
        .containsExactly("pmd/DontCallThreadRun");
  }

  @Test
  void leavesOutWhatIsSuppressedInPmdsWayOrOurs() throws IOException {
    write("Comment.java", SWALLOWS.replace("e) {", "e) { // NOPMD"));
    write(
        "Theirs.java",
        SWALLOWS.replace("void run", "@SuppressWarnings(\"PMD.EmptyCatchBlock\") void run"));
    write(
        "Ours.java",
        SWALLOWS.replace(
            "class A", "@SuppressWarnings({\"x\", \"kirolinter:pmd/EmptyCatchBlock\"}) class A"));
    write("All.java", SWALLOWS.replace("void run", "@SuppressWarnings(\"kirolinter\") void run"));
    write(
        "Other.java",
        SWALLOWS.replace(
            "void run", "@SuppressWarnings(\"kirolinter:pmd/CloseResource\") void run"));

    assertThat(analyze(bundled()).findings())
        .extracting(one -> one.path().value())
        .containsExactly("Other.java");
  }

  @Test
  void tellsWhichFilesItCouldNotAnalyse() throws IOException {
    write("Broken.java", "class Broken {\n  int a = ;\n}\n");
    Files.write(
        folder.resolve("Latin.java"),
        "class Latin {} // \u00fc".getBytes(StandardCharsets.ISO_8859_1));
    write("Large.java", "class Large {}\n" + "// filler\n".repeat(600_000));
    write("A.java", SWALLOWS);

    AnalysisReport report = analyze(bundled());

    assertThat(report.problems())
        .extracting(PmdAnalyzerTest::shown)
        .containsExactly(
            "Broken.java:2 pmd: Encountered \";\".",
            "Large.java:0 pmd: has 6.0 MB; files over 5 MB are not analysed",
            "Latin.java:0 pmd: is not UTF-8");
    assertThat(rulesIn(report)).containsExactly("pmd/EmptyCatchBlock");
    assertThat(report.files()).hasSize(4);
  }

  @Test
  void losesOneFileOnlyToCodeThatIsNestedTooDeeply() throws IOException {
    write(
        "Deep.java",
        "class Deep { int a = " + "(".repeat(60_000) + "1" + ")".repeat(60_000) + "; }");
    write("A.java", SWALLOWS);

    AnalysisReport report = analyze(bundled());

    assertThat(rulesIn(report)).containsExactly("pmd/EmptyCatchBlock");
    assertThat(report.problems())
        .singleElement()
        .satisfies(
            one ->
                assertThat(shown(one))
                    .startsWith("Deep.java:0 pmd: broke down: ")
                    .contains("StackOverflow"));
  }

  @Test
  void reportsAFileThatVanishedAndGoesOn() throws IOException {
    write("A.java", SWALLOWS);
    write("Gone.java", SWALLOWS);
    try (Snapshot snapshot = snapshot()) {
      List<SnapshotFile> files = snapshot.files();
      Files.delete(folder.resolve("Gone.java"));
      AnalysisReport report =
          bundled().analyze(request(snapshot, files, Progress.none(), Cancellation.create()));

      assertThat(report.findings()).hasSize(1);
      assertThat(report.problems())
          .singleElement()
          .satisfies(one -> assertThat(shown(one)).startsWith("Gone.java:0 pmd: cannot be read: "));
    }
  }

  @Test
  void analysesSyntaxThatIsNewerThanTheRunningJdk() throws IOException {
    write(
        "A.java",
        "class A { int of(Object o) { return switch (o) { case String s when s.isEmpty() -> 1; default -> 2; }; } }\n");

    assertThat(analyze(bundled()).problems()).isEmpty();
  }

  @Test
  void tellsProgressAndStopsOnRequest() throws IOException {
    for (int i = 0; i < 8; i++) {
      write("A" + i + ".java", SWALLOWS);
    }
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    Cancellation cancellation = Cancellation.create();
    try (Snapshot snapshot = snapshot()) {
      bundled()
          .analyze(
              request(
                  snapshot,
                  snapshot.files(),
                  (what, done, total) -> told.add(done + " of " + total + " " + what),
                  Cancellation.create()));
      assertThat(told).hasSize(8).contains("8 of 8 files");
      told.clear();
      AnalysisRequest request =
          request(
              snapshot,
              snapshot.files(),
              (what, done, total) -> {
                told.add(what);
                cancellation.request();
              },
              cancellation);
      PmdAnalyzer one = PmdAnalyzer.withBundledRules(1);
      assertThatThrownBy(() -> one.analyze(request)).isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void saysThatItIsSlowAndWhatItsResultsRestOn() {
    assertThat(bundled().name()).isEqualTo("pmd");
    assertThat(bundled().effort()).isEqualTo(Scope.Effort.THOROUGH);
    assertThat(bundled().version().orElseThrow())
        .matches("pmd-7\\.\\d+\\.\\d+-bundled\\d+-" + Runtime.version().feature());
    assertThatIllegalArgumentException().isThrownBy(() -> PmdAnalyzer.withBundledRules(0));
    assertThatIllegalArgumentException().isThrownBy(() -> PmdAnalyzer.with(List.of(), 1));
  }

  @Test
  void bundlesRulesThatPmdKnows() throws IOException {
    write("A.java", SWALLOWS);

    assertThat(bundled().rules())
        .hasSizeBetween(55, 75)
        .isSortedAccordingTo((one, other) -> one.id().compareTo(other.id()))
        .extracting(Rule::id)
        .doesNotHaveDuplicates();
    assertThat(analyze(bundled()).general()).isEmpty();
    assertThat(new BundledRules().load(Scope.everything())).hasSameSizeAs(bundled().rules());
  }

  @Test
  void judgesRulesOfOtherSetsByPmdsCategoryAndPriority() {
    List<Rule> rules =
        PmdAnalyzer.with(
                List.of(
                    "category/java/design.xml",
                    "category/java/performance.xml",
                    "category/java/errorprone.xml",
                    "category/java/security.xml",
                    "category/java/codestyle.xml"),
                1)
            .rules();

    assertThat(rule(rules, "pmd/GodClass").category()).isEqualTo(Category.CODE_SMELL);
    assertThat(rule(rules, "pmd/GodClass").severity()).isEqualTo(Severity.LOW);
    assertThat(rule(rules, "pmd/ClassNamingConventions").severity()).isEqualTo(Severity.MEDIUM);
    assertThat(rule(rules, "pmd/AvoidFileStream").category()).isEqualTo(Category.PERFORMANCE);
    assertThat(rule(rules, "pmd/AvoidFileStream").severity()).isEqualTo(Severity.HIGH);
    assertThat(rule(rules, "pmd/MoreThanOneLogger").severity()).isEqualTo(Severity.MEDIUM);
    assertThat(rule(rules, "pmd/AvoidCallingFinalize").category()).isEqualTo(Category.CORRECTNESS);
    assertThat(rule(rules, "pmd/InvalidLogMessageFormat").severity()).isEqualTo(Severity.LOW);
    assertThat(rule(rules, "pmd/HardCodedCryptoKey").tags()).contains("cwe-321");
    assertThat(rule(rules, "pmd/AvoidFileStream").name()).isEqualTo("Avoid file stream");
  }

  @Test
  void takesARuleSetOfTheUserWhoseEditsCount() throws IOException {
    write("A.java", SWALLOWS);
    Path set = temp.resolve("mine.xml");
    Files.writeString(set, ruleSet("allowCommentedBlocks", "false"));
    PmdAnalyzer mine = PmdAnalyzer.with(List.of(set.toString()), 1);
    assertThat(rulesIn(analyze(mine))).containsExactly("pmd/EmptyCatchBlock");

    Files.writeString(set, ruleSet("allowCommentedBlocks", "true"));
    assertThat(PmdAnalyzer.with(List.of(set.toString()), 1).version()).isNotEqualTo(mine.version());
  }

  @Test
  void tellsOfARuleThatCannotBeUsed() throws IOException {
    write("A.java", SWALLOWS);
    Path set = temp.resolve("mine.xml");
    Files.writeString(
        set,
        """
        <ruleset name="mine" xmlns="http://pmd.sourceforge.net/ruleset/2.0.0"><description>d</description>
        <rule ref="category/java/design.xml/LoosePackageCoupling"/></ruleset>
        """);

    assertThat(analyze(PmdAnalyzer.with(List.of(set.toString()), 1)).general())
        .singleElement()
        .satisfies(
            one ->
                assertThat(shown(one))
                    .startsWith(".:0 pmd: rule LoosePackageCoupling is not used: "));
  }

  @Test
  void refusesARuleSetThatDoesNotExist() {
    assertThatThrownBy(() -> PmdAnalyzer.with(List.of("nix.xml"), 1).rules())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("Cannot load PMD rule set 'nix.xml'");
  }

  @Test
  void endsInAnOrdinaryFailureWhenPmdBreaksDown() throws IOException {
    write("A.java", SWALLOWS);
    try (Snapshot snapshot = snapshot()) {
      AnalysisRequest request =
          request(
              new OutOfMemory(snapshot), snapshot.files(), Progress.none(), Cancellation.create());
      PmdAnalyzer one = PmdAnalyzer.with(List.of(EMPTY_CATCH), 1);

      assertThatThrownBy(() -> one.analyze(request))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining("PMD broke down");
    }
  }

  /** A snapshot whose files fill the memory. */
  private record OutOfMemory(Snapshot snapshot) implements Snapshot {

    @Override
    public Optional<CommitId> commit() {
      return snapshot.commit();
    }

    @Override
    public List<SnapshotFile> files() {
      return snapshot.files();
    }

    @Override
    public byte[] read(SnapshotFile file) {
      throw new OutOfMemoryError("Java heap space");
    }

    @Override
    public void close() {
      snapshot.close();
    }
  }

  private static String ruleSet(String property, String value) {
    return """
        <?xml version="1.0"?>
        <ruleset name="mine" xmlns="http://pmd.sourceforge.net/ruleset/2.0.0">
          <description>Mine.</description>
          <rule ref="%s"><properties><property name="%s" value="%s"/></properties></rule>
        </ruleset>
        """
        .formatted(EMPTY_CATCH, property, value);
  }

  private static PmdAnalyzer bundled() {
    return PmdAnalyzer.withBundledRules(2);
  }

  private static Rule rule(List<Rule> rules, String id) {
    return rules.stream().filter(rule -> rule.id().value().equals(id)).findFirst().orElseThrow();
  }

  private static String place(Finding finding) {
    var range = finding.range();
    return "%d:%d-%d:%d"
        .formatted(range.startLine(), range.startColumn(), range.endLine(), range.endColumn());
  }

  private static String shown(FileProblem problem) {
    return problem.path() + ":" + problem.line() + " " + problem.reason();
  }

  private void write(String path, String text) throws IOException {
    Files.writeString(folder.resolve(path), text);
  }

  private Snapshot snapshot() {
    return Repositories.open(folder).snapshot(Optional.empty());
  }

  private AnalysisReport analyze(PmdAnalyzer analyzer) {
    return analyze(analyzer, Scope.everything());
  }

  private AnalysisReport analyze(PmdAnalyzer analyzer, Scope scope) {
    try (Snapshot snapshot = snapshot()) {
      return analyzer.analyze(
          new AnalysisRequest(
              snapshot, snapshot.files(), scope, Progress.none(), Cancellation.create()));
    }
  }

  private static AnalysisRequest request(
      Snapshot snapshot, List<SnapshotFile> files, Progress progress, Cancellation cancellation) {
    return new AnalysisRequest(snapshot, files, Scope.everything(), progress, cancellation);
  }

  private static List<String> rulesIn(AnalysisReport report) {
    return report.findings().stream().map(finding -> finding.rule().value()).toList();
  }
}
