package io.kirolinter.agents.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.analysis.Scope.SourceSets;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceSelectionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A.java",
        "src/A.java",
        "src/main/java/a/A.java",
        "core/src/main/java/a/test/A.java",
        "src/java/a/tests/A.java",
        "test/src/main/java/A.java",
        "src/main/java/a/Latest.java"
      })
  void takesMainCode(String path) {
    assertThat(SourceSelection.of(SourceSets.MAIN)).accepts(file(path));
    assertThat(SourceSelection.of(SourceSets.MAIN_AND_TEST)).accepts(file(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/test/java/ATest.java",
        "core/src/test/java/ATest.java",
        "src/integrationTest/java/ATest.java",
        "src/testFixtures/java/Fixture.java",
        "src/it/java/AIT.java",
        "src/jmh/java/ABenchmark.java",
        "test/a/ATest.java",
        "tests/ATest.java",
        "module/test/ATest.java"
      })
  void takesTestCodeOnlyWhereItIsAskedFor(String path) {
    assertThat(SourceSelection.of(SourceSets.MAIN)).rejects(file(path));
    assertThat(SourceSelection.of(SourceSets.MAIN_AND_TEST)).accepts(file(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "generated-sources/A.java",
        "core/target/generated-sources/a/A.java",
        "build/generated/a/A.java",
        "src/main-generated/A.java",
        "src/generated/java/A.java"
      })
  void neverTakesGeneratedCode(String path) {
    assertThat(SourceSelection.of(SourceSets.MAIN)).rejects(file(path));
    assertThat(SourceSelection.of(SourceSets.MAIN_AND_TEST)).rejects(file(path));
  }

  private static SnapshotFile file(String path) {
    ContentHash hash = ContentHash.of(new byte[0]);
    return new SnapshotFile(SourcePath.of(path), hash, 0, SnapshotFile.FileMode.REGULAR);
  }
}
