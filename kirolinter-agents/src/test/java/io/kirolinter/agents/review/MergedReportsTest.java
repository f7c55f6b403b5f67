package io.kirolinter.agents.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.analysis.FileReport;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MergedReportsTest {

  private static final SourcePath A = SourcePath.of("A.java");
  private static final AtomicInteger ORDINALS = new AtomicInteger();

  private static final List<Rule> RULES =
      List.of(
          rule(
              "unused-field",
              Category.CODE_SMELL,
              "pmd:UnusedPrivateField",
              "sonar:S1068",
              "spotbugs:UUF_UNUSED"),
          rule("sql-injection", Category.SECURITY, "cwe-89"),
          rule("pmd/UnusedPrivateField", Category.CODE_SMELL),
          rule("pmd/EmptyCatchBlock", Category.CORRECTNESS, "cwe-390"),
          rule("spotbugs/UUF_UNUSED", Category.CORRECTNESS),
          rule("sonar-qube/java:S1068", Category.CODE_SMELL),
          rule("codeql/java/sql", Category.SECURITY, "cwe-89", "cwe-564"),
          rule("codeql/java/path", Category.SECURITY, "cwe-22"),
          rule("codeql/java/quality", Category.CORRECTNESS, "cwe-89"));

  @Test
  void showsOnceWhatARuleNamesAsItsEquivalent() {
    assertThat(
            merged(
                file(at("unused-field", 3, 3, 3, 10)),
                file(at("pmd/UnusedPrivateField", 3, 15, 3, 16))))
        .containsExactly("unused-field:3");
    assertThat(
            merged(
                file(at("unused-field", 3, 3, 3, 10)),
                file(at("sonar-qube/java:S1068", 3, 1, 3, 20))))
        .containsExactly("unused-field:3");
  }

  @Test
  void keepsWhatMeansSomethingElse() {
    assertThat(
            merged(
                file(at("unused-field", 3, 3, 3, 10)),
                file(at("pmd/EmptyCatchBlock", 3, 3, 3, 10))))
        .containsExactly("pmd/EmptyCatchBlock:3", "unused-field:3");
  }

  @Test
  void takesOverlappingPlacesForOneAndDistantOnesForTwo() {
    Finding declaration = at("unused-field", 3, 3, 5, 10);
    assertThat(merged(file(declaration), file(at("pmd/UnusedPrivateField", 5, 4, 5, 9))))
        .containsExactly("unused-field:3");
    assertThat(
            merged(
                file(at("unused-field", 5, 4, 5, 9)),
                file(at("pmd/UnusedPrivateField", 3, 3, 5, 10))))
        .containsExactly("unused-field:5");
    assertThat(merged(file(declaration), file(at("pmd/UnusedPrivateField", 5, 10, 5, 12))))
        .containsExactly("unused-field:3", "pmd/UnusedPrivateField:5");
    assertThat(merged(file(declaration), file(at("pmd/UnusedPrivateField", 9, 4, 9, 9))))
        .containsExactly("unused-field:3", "pmd/UnusedPrivateField:9");
  }

  @Test
  void letsOneFindingStandForOneOnly() {
    assertThat(
            merged(
                file(at("unused-field", 3, 3, 3, 10)),
                file(
                    at("pmd/UnusedPrivateField", 3, 5, 3, 6),
                    at("pmd/UnusedPrivateField", 3, 8, 3, 9)),
                file(at("spotbugs/UUF_UNUSED", 3, 1, 3, 40))))
        .containsExactly("unused-field:3", "pmd/UnusedPrivateField:3");
  }

  @Test
  void knowsThatTwoForeignRulesMeanTheSameIfOneOfOursNamesBoth() {
    assertThat(
            merged(
                file(at("pmd/UnusedPrivateField", 3, 3, 3, 10)),
                file(at("spotbugs/UUF_UNUSED", 3, 1, 3, 40))))
        .containsExactly("pmd/UnusedPrivateField:3");
  }

  @Test
  void showsAWeaknessOnALineOnce() {
    assertThat(
            merged(
                file(at("sql-injection", 7, 3, 7, 10)),
                file(at("codeql/java/sql", 7, 20, 7, 30), at("codeql/java/path", 7, 20, 7, 30)),
                file(at("codeql/java/quality", 7, 3, 7, 10))))
        .containsExactlyInAnyOrder(
            "sql-injection:7", "codeql/java/path:7", "codeql/java/quality:7");
    assertThat(
            merged(
                file(at("sql-injection", 7, 3, 9, 10)), file(at("codeql/java/sql", 8, 20, 8, 30))))
        .containsExactly("sql-injection:7", "codeql/java/sql:8");
  }

  @Test
  void leavesOneReportAloneAsItIs() {
    assertThat(
            merged(
                file(at("pmd/EmptyCatchBlock", 3, 3, 3, 9), at("pmd/EmptyCatchBlock", 3, 3, 3, 9))))
        .hasSize(2);
  }

  @Test
  void countsEachFileOnceAndKeepsAllProblems() {
    FileProblem broken = new FileProblem(A, 2, "broken");
    AnalysisReport one =
        new AnalysisReport(
            List.of(
                new FileReport(A, 0, List.of(), List.of(broken)),
                new FileReport(SourcePath.of("B.java"), 4, List.of(), List.of())),
            List.of(FileProblem.general("g")),
            List.of());
    AnalysisReport other =
        new AnalysisReport(
            List.of(
                new FileReport(A, 9, List.of(), List.of(broken, new FileProblem(A, 0, "worse")))),
            List.of(),
            List.of(FileProblem.general("f")));

    AnalysisReport merged = MergedReports.of(List.of(one, other), RULES);

    assertThat(merged.files()).hasSize(2);
    assertThat(merged.lines()).isEqualTo(13);
    assertThat(merged.problems())
        .extracting(FileProblem::reason)
        .containsExactly("f", "g", "worse", "broken");
  }

  private static List<String> merged(FileReport... files) {
    List<AnalysisReport> reports =
        Arrays.stream(files).map(file -> new AnalysisReport(List.of(file))).toList();
    return MergedReports.of(reports, RULES).findings().stream()
        .map(one -> one.rule() + ":" + one.range().startLine())
        .toList();
  }

  private static FileReport file(Finding... findings) {
    return new FileReport(A, 20, List.of(findings), List.of());
  }

  private static Finding at(
      String rule, int startLine, int startColumn, int endLine, int endColumn) {
    RuleId id = RuleId.of(rule);
    Category category =
        RULES.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow().category();
    return new Finding(
        id,
        category,
        Severity.LOW,
        A,
        new SourceRange(startLine, startColumn, endLine, endColumn),
        "m",
        Fingerprint.of(id, A, "", "", ORDINALS.incrementAndGet()),
        Optional.empty());
  }

  private static Rule rule(String id, Category category, String... tags) {
    return new Rule(
        RuleId.of(id), "Name", "A sentence.", category, Severity.LOW, FixLevel.NONE, List.of(tags));
  }
}
