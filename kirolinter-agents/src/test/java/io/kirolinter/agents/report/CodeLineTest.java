package io.kirolinter.agents.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeLineTest {

  @Test
  void dividesALineAroundItsMark() {
    assertThat(CodeLine.of("int x = 1;", 4, 5, 80)).isEqualTo(new CodeLine("int ", "x", " = 1;"));
    assertThat(CodeLine.of("int x = 1;", 4, 5, 80).text()).isEqualTo("int x = 1;");
  }

  @Test
  void takesPlacesBehindTheLineAsItsEnd() {
    assertThat(CodeLine.of("abc", 10, 20, 80)).isEqualTo(new CodeLine("abc", "", ""));
    assertThat(CodeLine.of("abc", 1, 20, 80)).isEqualTo(new CodeLine("a", "bc", ""));
    assertThat(CodeLine.of("", -1, 0, 80)).isEqualTo(new CodeLine("", "", ""));
  }

  @Test
  void cutsALongLineAroundItsMark() {
    CodeLine line = CodeLine.of("a".repeat(500) + "MARK" + "b".repeat(500), 500, 504, 40);

    assertThat(line.before()).isEqualTo("…" + "a".repeat(10));
    assertThat(line.marked()).isEqualTo("MARK");
    assertThat(line.after()).isEqualTo("b".repeat(26) + "…");
  }

  @Test
  void cutsOnlyWhereSomethingIsLeftOut() {
    assertThat(CodeLine.of("MARK" + "b".repeat(500), 0, 4, 40).before()).isEmpty();
    CodeLine atEnd = CodeLine.of("a".repeat(500) + "MARK", 500, 504, 40);
    assertThat(atEnd.after()).isEmpty();
    assertThat(atEnd.text()).hasSize(41).startsWith("…aaa").endsWith("MARK");
  }

  @Test
  void cutsALongMarkToo() {
    CodeLine line = CodeLine.of("x".repeat(1_000_000), 100, 900_000, 40);

    assertThat(line.text()).hasSize(42);
    assertThat(line.marked()).hasSize(30);
    assertThat(line.after()).isEqualTo("…");
  }

  @Test
  void neverCutsACharacterIntoHalves() {
    String faces = "\uD83D\uDE00".repeat(200);
    for (int start = 0; start < 300; start += 2) {
      assertThat(CodeLine.of(faces, start, start + 2, 41).text()).doesNotContain("\uFFFD");
    }
  }
}
