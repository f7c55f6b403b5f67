package io.kirolinter.agents.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.notice.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChannelTest {

  private static final Message MESSAGE = new Message("run-notice", "Title", "- one\n- two\n");

  @TempDir Path temp;

  @Test
  void writesMarkdownIntoAFolderThatItMakes() throws IOException {
    Path folder = temp.resolve("a/b");

    String destination = FileChannel.into(folder).send(MESSAGE);

    assertThat(destination).isEqualTo(folder.resolve("run-notice.md").toString());
    assertThat(Path.of(destination)).hasContent("# Title\n\n- one\n- two\n");
    assertThat(FileChannel.into(folder).name()).isEqualTo("file");
  }

  @Test
  void leavesOneFileWhenTheSameMessageIsSentAgain() throws IOException {
    FileChannel channel = FileChannel.into(temp);
    channel.send(MESSAGE);
    channel.send(MESSAGE);

    assertThat(temp).isDirectoryContaining("glob:**/run-notice.md");
    assertThat(filesIn(temp)).isEqualTo(1);
  }

  @Test
  void namesTheFileThatCannotBeWritten() throws IOException {
    Path file = Files.createFile(temp.resolve("file"));

    assertThatThrownBy(() -> FileChannel.into(file).send(MESSAGE))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("Cannot write notice '" + file.resolve("run-notice.md") + "': ")
        .hasMessageEndingWith("Make room or give write access, then run again.");
  }

  @Test
  void leavesNothingHalfWrittenWhereItCannotFinish() throws IOException {
    Files.createDirectories(temp.resolve("run-notice.md/occupied"));

    assertThatThrownBy(() -> FileChannel.into(temp).send(MESSAGE))
        .isInstanceOf(StoreException.class);

    assertThat(filesIn(temp)).isEqualTo(1);
  }

  private static long filesIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.count();
    }
  }
}
