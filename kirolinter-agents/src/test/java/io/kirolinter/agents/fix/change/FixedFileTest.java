package io.kirolinter.agents.fix.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.fix.testkit.MemorySnapshot;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.FileEdit;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedFileTest {

  private static final SourcePath A = SourcePath.of("src/A.java");

  @Test
  void appliesTheChangesOfAllRulesInOrder() {
    MemorySnapshot snapshot = new MemorySnapshot().with("src/A.java", "\ufeffone\r\ntwo\r\n");
    RuleChange first =
        change("\ufeffone\r\ntwo\r\n", new TextEdit(0, 3, "1"), "\ufeff1\r\ntwo\r\n");
    RuleChange second = change("\ufeff1\r\ntwo\r\n", new TextEdit(3, 6, "2"), "\ufeff1\r\n2\r\n");

    List<FixedFile> files =
        FixedFile.of(snapshot, new FixSet(List.of(first, second), List.of(), List.of()));

    assertThat(files)
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.path()).isEqualTo(A);
              assertThat(new String(file.after().encode(), java.nio.charset.StandardCharsets.UTF_8))
                  .isEqualTo("\ufeff1\r\n2\r\n");
            });
  }

  @Test
  void showsADiffAsPatchReadsIt() {
    MemorySnapshot snapshot = new MemorySnapshot().with("src/A.java", "a\nb\nc\nd\ne\nf\n");

    String diff = diff(snapshot, "a\nb\nc\nd\ne\nf\n", new TextEdit(8, 9, "E"));

    assertThat(diff)
        .isEqualTo(
            """
            --- a/src/A.java
            +++ b/src/A.java
            @@ -2,5 +2,5 @@
             b
             c
             d
            -e
            +E
             f
            """);
  }

  @Test
  void showsInTheDiffThatALastLineHasNoEnd() {
    MemorySnapshot snapshot = new MemorySnapshot().with("src/A.java", "a\nb");

    assertThat(diff(snapshot, "a\nb", new TextEdit(2, 3, "B")))
        .isEqualTo(
            """
            --- a/src/A.java
            +++ b/src/A.java
            @@ -1,2 +1,2 @@
             a
            -b
            \\ No newline at end of file
            +B
            \\ No newline at end of file
            """);
  }

  @Test
  void showsNoDiffWhereNothingChanged() {
    MemorySnapshot snapshot = new MemorySnapshot().with("src/A.java", "a\n");

    assertThat(diff(snapshot, "a\n", new TextEdit(0, 1, "a"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"other", "one more"})
  void refusesASetThatWasMadeForOtherContent(String content) {
    MemorySnapshot snapshot = new MemorySnapshot().with("src/A.java", content);
    FixSet fixes =
        new FixSet(List.of(change("one", new TextEdit(0, 3, "1"), "1")), List.of(), List.of());

    assertThatThrownBy(() -> FixedFile.of(snapshot, fixes))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("src/A.java");
    assertThatThrownBy(() -> FixedFile.of(new MemorySnapshot(), fixes))
        .isInstanceOf(WorkFailedException.class);
  }

  private static String diff(MemorySnapshot snapshot, String before, TextEdit edit) {
    String after = new SourceText(before, SourceText.Start.PLAIN).edited(List.of(edit)).text();
    FixSet fixes = new FixSet(List.of(change(before, edit, after)), List.of(), List.of());
    return FixedFile.of(snapshot, fixes).get(0).unifiedDiff();
  }

  private static RuleChange change(String before, TextEdit edit, String after) {
    return new RuleChange(
        RuleId.of("some-rule"),
        "Some rule",
        List.of(),
        List.of(new FileEdit(A, text(before).hash(), List.of(edit), text(after).hash())));
  }

  private static SourceText text(String content) {
    return SourceText.decode(content.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .orElseThrow();
  }
}
