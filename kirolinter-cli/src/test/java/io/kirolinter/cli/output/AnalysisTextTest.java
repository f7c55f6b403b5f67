package io.kirolinter.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.analysis.FileReport;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnalysisTextTest {

  private static final SourcePath PATH = SourcePath.of("a/B.java");

  @Test
  void putsTheCaretsUnderThePlace() {
    assertThat(excerpt("int x = 1;", 5, 6)).containsExactly("    int x = 1;", "        ^");
  }

  @Test
  void keepsTabsInTheMarginSoThatTheCaretStandsRight() {
    assertThat(excerpt("\tint\tx = 1;", 6, 7)).containsExactly("    \tint\tx = 1;", "    \t   \t^");
  }

  @Test
  void countsWideCharactersTwiceAndCombiningOnesNot() {
    assertThat(excerpt("漢字 x", 4, 5)).containsExactly("    漢字 x", "         ^");
    assertThat(excerpt("\uD83D\uDE00 x", 4, 5)).containsExactly("    \uD83D\uDE00 x", "       ^");
    assertThat(excerpt("e\u0301 x", 4, 5)).containsExactly("    e\u0301 x", "      ^");
    assertThat(excerpt("漢字", 1, 3)).containsExactly("    漢字", "    ^^^^");
  }

  @Test
  void cutsLongLinesAroundThePlace() {
    List<String> excerpt = excerpt("a".repeat(5_000) + "MARK" + "b".repeat(5_000), 5_001, 5_005);

    assertThat(excerpt.get(0)).hasSize(4 + 1 + 160 + 1).contains("aMARKb").endsWith("b…");
    assertThat(excerpt.get(1).indexOf("^^^^")).isEqualTo(excerpt.get(0).indexOf("MARK"));
  }

  @Test
  void nothingInCodeActsOnTheTerminal() {
    List<String> excerpt = excerpt("\u001b[2J\u202Ex y", 8, 9);

    assertThat(excerpt).containsExactly("    \u241B[2J<U+202E>x y", "                  ^");
  }

  @Test
  void nothingInPathsAndMessagesActsOnTheTerminal() {
    SourcePath path = SourcePath.of("a\u001b/B.java");
    FileReport file =
        new FileReport(
            path,
            1,
            List.of(finding(path, "do\u001b[31m\nit", 1, 2)),
            List.of(new FileProblem(path, 3, "be\u0007ep")));

    String text =
        AnalysisText.of(
            new AnalysisReport(List.of(file)), any -> Optional.empty(), TextStyle.PLAIN);

    assertThat(text.lines().toList())
        .containsExactly(
            "a\u241B/B.java:1:1: high: do\u241B[31m\u240Ait [weak-hash]",
            "a\u241B/B.java:3: not analysed: be\u2407ep",
            "1 finding in 1 file (1 line), 0 with a safe fix; 1 problem");
  }

  @Test
  void leavesTheExcerptOutWhereTheLineIsGone() {
    Finding finding = finding(PATH, "message", 1, 2);
    FileReport file = new FileReport(PATH, 1, List.of(finding), List.of());

    assertThat(
            AnalysisText.of(
                new AnalysisReport(List.of(file)), any -> Optional.of(""), TextStyle.PLAIN))
        .startsWith("a/B.java:1:1: high: message [weak-hash]\n1 finding");
  }

  @Test
  void coloursPlacesSeveritiesAndCarets() {
    FileReport file = new FileReport(PATH, 1, List.of(finding(PATH, "message", 1, 2)), List.of());

    assertThat(
            AnalysisText.of(
                new AnalysisReport(List.of(file)), any -> Optional.of("x\n"), TextStyle.COLOURED))
        .startsWith(
            "\u001b[1ma/B.java:1:1\u001b[0m: \u001b[31mhigh\u001b[0m: message"
                + " \u001b[2m[weak-hash]\u001b[0m\n    x\n    \u001b[31m^\u001b[0m\n");
  }

  private static List<String> excerpt(String line, int startColumn, int endColumn) {
    Finding finding = finding(PATH, "message", startColumn, endColumn);
    FileReport file = new FileReport(PATH, 1, List.of(finding), List.of());
    return AnalysisText.of(
            new AnalysisReport(List.of(file)), any -> Optional.of(line + "\n"), TextStyle.PLAIN)
        .lines()
        .toList()
        .subList(1, 3);
  }

  private static Finding finding(SourcePath path, String message, int start, int end) {
    RuleId rule = RuleId.of("weak-hash");
    return new Finding(
        rule,
        Category.SECURITY,
        Severity.HIGH,
        path,
        new SourceRange(1, start, 1, end),
        message,
        Fingerprint.of(rule, path, "", "", 0),
        Optional.empty());
  }
}
