package io.kirolinter.agents.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutStatusTest {

  @TempDir Path temp;
  private TestRepository made;

  @BeforeEach
  void makeRepository() {
    made = TestRepository.init(temp.resolve("a"));
  }

  @Test
  void tellsTouchedFilesFromCleanOnes() throws IOException {
    for (String name : new String[] {"clean", "staged", "dirty", "gone", "old", "odd \n\"ü"}) {
      made.write(name + ".java", name + "\n");
    }
    made.commit("first");
    made.write("staged.java", "x\n").git("add", "staged.java");
    made.write("dirty.java", "x\n").write("odd \n\"ü.java", "x\n").write("d/new.java", "x\n");
    made.git("mv", "old.java", "moved.java");
    Files.delete(made.folder().resolve("gone.java"));
    Files.writeString(made.folder().resolve(".git/index.lock"), "");
    String before = made.state();

    CheckoutStatus status = CheckoutStatus.of(made.open());

    assertThat(status.changed())
        .extracting(SourcePath::value)
        .containsExactlyInAnyOrder(
            "staged.java",
            "dirty.java",
            "odd \n\"ü.java",
            "d/new.java",
            "old.java",
            "moved.java",
            "gone.java");
    assertThat(status.isClean(SourcePath.of("clean.java"))).isTrue();
    assertThat(status.isClean(SourcePath.of("dirty.java"))).isFalse();
    assertThat(made.state()).isEqualTo(before);
  }

  @Test
  void countsAConflictAsTouched() {
    made.write("A.java", "1\n").commit("first");
    made.git("checkout", "--quiet", "-b", "other");
    made.write("A.java", "2\n").commit("second");
    made.git("checkout", "--quiet", "main");
    made.write("A.java", "3\n").commit("third");
    assertThatThrownBy(() -> made.git("merge", "other")).hasMessageContaining("CONFLICT");

    assertThat(CheckoutStatus.of(made.open()).isClean(SourcePath.of("A.java"))).isFalse();
  }

  @Test
  void isCleanWithoutACheckout() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("plain"));

    assertThat(CheckoutStatus.of(Repositories.open(folder)).changed()).isEmpty();
  }
}
