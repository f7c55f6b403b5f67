package io.kirolinter.agents.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixDiffTest {

  private static final String TEXT = "one\ntwo\nthree\nfour\nfive\n";

  @Test
  void showsALineBeforeAndAfter() {
    assertThat(diff(TEXT, new TextEdit(4, 7, "2"))).containsExactly("-two", "+2");
  }

  @Test
  void showsEditsOfOneLineTogether() {
    assertThat(diff(TEXT, TextEdit.insertion(7, "!"), TextEdit.insertion(4, "!")))
        .containsExactly("-two", "+!two!");
  }

  @Test
  void showsNeighbouringLinesTogetherAndOthersApart() {
    assertThat(
            diff(TEXT, new TextEdit(0, 1, "O"), new TextEdit(4, 5, "T"), new TextEdit(14, 15, "F")))
        .containsExactly("-one", "-two", "+One", "+Two", "-four", "+Four");
  }

  @Test
  void showsDeletedAndInsertedLines() {
    assertThat(diff(TEXT, TextEdit.deletion(4, 8))).containsExactly("-two");
    assertThat(diff(TEXT, TextEdit.insertion(4, "new\n"))).containsExactly("-two", "+new", "+two");
    assertThat(diff("", TextEdit.insertion(0, "new"))).containsExactly("+new");
  }

  @Test
  void capsALongOneAndSaysSo() {
    String text = "line\n".repeat(60);

    List<String> diff = diff(text, TextEdit.deletion(0, text.length()));

    assertThat(diff).hasSize(41).last().isEqualTo("…and 20 more lines");
  }

  private static List<String> diff(String text, TextEdit... edits) {
    Fix fix = new Fix(FixLevel.SAFE, "Do it", List.of(edits));
    return FixDiff.of(fix, FileText.of(text)).stream().map(FixDiffTest::shown).toList();
  }

  private static String shown(DiffLine line) {
    return switch (line.kind()) {
      case REMOVED -> "-" + line.text();
      case ADDED -> "+" + line.text();
      case SKIPPED -> "…" + line.text();
    };
  }
}
