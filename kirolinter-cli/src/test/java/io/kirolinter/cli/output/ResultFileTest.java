package io.kirolinter.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.WorkFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {

  @TempDir Path folder;

  @Test
  void writesANewFileAndReplacesAnOldOne() {
    Path file = folder.resolve("report.txt");

    ResultFile.write(file, "much longer than the next");
    ResultFile.write(file, "ü\n");

    assertThat(file).hasContent("ü\n");
    assertThat(folder).isDirectoryContaining("glob:**").isDirectoryNotContaining("glob:**.unf*");
  }

  @Test
  void followsALinkAndLeavesItALink() throws Exception {
    Path real = Files.writeString(folder.resolve("real"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);

    ResultFile.write(link, "new");

    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("new");
  }

  @Test
  void writesToADevice() {
    Path device = Path.of("/dev/null");

    ResultFile.write(device, "gone");

    assertThat(Files.isRegularFile(device)).isFalse();
    assertThat(device).exists();
  }

  @Test
  void leavesAFolderAsItIs() throws Exception {
    Path inside = Files.writeString(Files.createDirectory(folder.resolve("a")).resolve("b"), "c");

    assertThatThrownBy(() -> ResultFile.write(folder.resolve("a"), "text"))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageStartingWith("Cannot write file '")
        .hasMessageContaining("it is a folder");

    assertThat(inside).hasContent("c");
  }

  @Test
  void namesAFolderThatIsMissing() {
    assertThatThrownBy(() -> ResultFile.write(folder.resolve("no/report"), "text"))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("NoSuchFileException");
  }
}
