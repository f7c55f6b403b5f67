package io.kirolinter.agents.fix.change;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedDiffTest {

  private static final SourcePath A = SourcePath.of("src/A.java");

  @TempDir Path temp;

  @ParameterizedTest
  @CsvSource({
    "'a\nb\nc\n', 'a\nB\nc\n'",
    "'a\r\nb\r\nc\r\n', 'a\r\nB\r\nc\r\n'",
    "'a\r\nb\nc\r', 'a\r\nB\nc\r'",
    "'\uFEFFa\nb\n', '\uFEFFA\nb\n'",
    "'\uFEFFa\r\nb', '\uFEFFa\r\nB'",
    "'a\nb', 'a\nB'",
    "'a\nb', 'a'",
    "'a\nb\n', 'a\nb'",
    "'a\nb', 'a\nb\n'",
    "'a\nü\uD83D\uDE00\n', 'a\n\u00FC!\n'",
    "'-- a\n++ b\n', '-- a\n'",
  })
  void isAPatchThatGitAppliesByteForByte(String before, String after) throws IOException {
    assertThat(applied(A, before, after)).isEqualTo(after);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"src/With Space.java", "src/Grüße.java", "a/b.java b/a.java", "a\"b.java"})
  void namesFilesAsGitDoes(String path) throws IOException {
    assertThat(applied(SourcePath.of(path), "a\n", "b\n")).isEqualTo("b\n");
  }

  @Test
  void isEmptyWhereNothingDiffers() {
    assertThat(UnifiedDiff.of(A, text("a\n"), text("a\n"))).isEmpty();
  }

  @Test
  void joinsPatchesOfManyFilesToOne() throws IOException {
    TestRepository repository = TestRepository.init(temp.resolve("repo"));
    repository.write("A.java", "a").write("B.java", "b\n").commit("first");
    String patch =
        UnifiedDiff.of(SourcePath.of("A.java"), text("a"), text("A"))
            + UnifiedDiff.of(SourcePath.of("B.java"), text("b\n"), text("B\n"));

    repository.git("apply", Files.writeString(temp.resolve("patch"), patch).toString());

    assertThat(repository.folder().resolve("A.java")).hasContent("A");
    assertThat(repository.folder().resolve("B.java")).hasContent("B\n");
  }

  private String applied(SourcePath path, String before, String after) throws IOException {
    TestRepository repository = TestRepository.init(temp.resolve("repo"));
    repository.write(path.value(), before.getBytes(UTF_8)).commit("first");
    String patch = UnifiedDiff.of(path, text(before), text(after));
    repository.git("apply", Files.write(temp.resolve("patch"), patch.getBytes(UTF_8)).toString());
    return Files.readString(repository.folder().resolve(path.value()));
  }

  private static SourceText text(String content) {
    return SourceText.decode(content.getBytes(UTF_8)).orElseThrow();
  }
}
