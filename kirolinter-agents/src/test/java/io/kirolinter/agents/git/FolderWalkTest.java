package io.kirolinter.agents.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.WorkFailedException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWalkTest {

  @TempDir Path temp;

  @Test
  void failsWhereTheFolderItselfCannotBeListed() {
    assertThatThrownBy(() -> FolderWalk.of(temp.resolve("gone")))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("NoSuchFileException");
  }

  @Test
  void goesOnBehindAFolderInsideThatCannotBeListed() throws IOException {
    FolderWalk walk = new FolderWalk(temp);
    Path closed = temp.resolve("closed");

    assertThat(walk.visitFileFailed(closed, new AccessDeniedException("closed")))
        .isEqualTo(FileVisitResult.CONTINUE);
    assertThat(walk.postVisitDirectory(closed, new AccessDeniedException("closed")))
        .isEqualTo(FileVisitResult.CONTINUE);
  }
}
