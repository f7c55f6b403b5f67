package io.kirolinter.agents.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.repository.SnapshotFile.FileMode;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlobsTest {

  private static final SnapshotFile FILE =
      new SnapshotFile(
          SourcePath.of("A.java"), new ContentHash("1".repeat(40)), 3, FileMode.REGULAR);

  @TempDir Path temp;

  @ParameterizedTest
  @CsvSource({
    "exit 0, A.java",
    "read q; echo $q blob 9; echo abc, git ended in the middle of the content",
    "read q, git ended before it answered",
    "read q; printf %300s x, git ended before it answered",
    "read q; echo $q tree 3, tree 3"
  })
  void saysThatGitDidNotAnswerWell(String script, String message) throws IOException {
    try (Blobs blobs = new Blobs(standIn(script))) {
      assertThatThrownBy(() -> blobs.read(FILE))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining(message)
          .hasMessageContaining("git fsck");
    }
  }

  @Test
  void asksAnotherGitAfterOneHasEnded() throws IOException {
    try (Blobs blobs = new Blobs(standIn("read q; echo $q blob 3; echo abc"))) {
      assertThat(blobs.read(FILE)).asString().isEqualTo("abc");
      assertThatThrownBy(() -> blobs.read(FILE)).isInstanceOf(WorkFailedException.class);
      assertThat(blobs.read(FILE)).asString().isEqualTo("abc");
    }
  }

  private Git standIn(String script) throws IOException {
    Path program = temp.resolve("stand-in");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return Git.in(temp).calling(program.toString());
  }
}
