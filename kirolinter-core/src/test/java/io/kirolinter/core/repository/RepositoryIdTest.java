package io.kirolinter.core.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryIdTest {

  private static final String HASH = "8c63e4c0d1e2f3a4b5c6d7e8f9a0b1c2d3e4f5a6";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/apache/commons-lang",
        "https://github.com/apache/commons-lang.git",
        "https://github.com/apache/commons-lang.git/",
        "https://github.com/apache/commons-lang//",
        "http://GitHub.com/apache/commons-lang",
        "https://ann@github.com/apache/commons-lang",
        "https://ann:ghp_secret@github.com:443/apache/commons-lang",
        "ssh://git@github.com/apache/commons-lang.git",
        "ssh://git@github.com:22/apache/commons-lang.git",
        "ssh://github.com//apache/commons-lang",
        "git+ssh://git@github.com/apache/commons-lang",
        "git://github.com/apache/commons-lang",
        "git@github.com:apache/commons-lang.git",
        "git@github.com:/apache/commons-lang.git",
        "github.com:apache/commons-lang/",
        "  https://github.com/apache/commons-lang.git\n"
      })
  void allAddressesOfOnePlaceAreTheSame(String url) {
    assertThat(RepositoryId.ofOrigin(url)).hasToString("github.com/apache/commons-lang");
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/Apache/lang, github.com/Apache/lang",
    "https://gitlab.com/a/b/c/d.git, gitlab.com/a/b/c/d",
    "https://example.org/a.github, example.org/a.github",
    "file:///srv/git/shop.git, path:/srv/git/shop",
    "/srv/git/shop.git, path:/srv/git/shop",
    "/srv/git/a:b, path:/srv/git/a:b",
    "../shop, path:../shop",
    "ssh://git@[::1]:2222/a/b.git, [::1]/a/b"
  })
  void differentPlacesDiffer(String url, String id) {
    assertThat(RepositoryId.ofOrigin(url)).hasToString(id);
  }

  @Test
  void knowsRepositoriesWithoutOriginByRootCommitOrPath() {
    assertThat(RepositoryId.ofRootCommit(CommitId.of(HASH))).hasToString("root:" + HASH);
    assertThat(RepositoryId.ofPath(Path.of("/srv/shop"))).hasToString("path:/srv/shop");
    assertThatIllegalArgumentException().isThrownBy(() -> new RepositoryId(" "));
  }

  @Test
  void aCommitHasItsFullName() {
    assertThat(CommitId.of(HASH).abbreviated()).isEqualTo("8c63e4c0d1");
    assertThat(CommitId.of("a".repeat(64))).hasToString("a".repeat(64));
    assertThatIllegalArgumentException().isThrownBy(() -> CommitId.of("8c63e4c"));
    assertThatIllegalArgumentException().isThrownBy(() -> CommitId.of("HEAD"));
  }

  @Test
  void aSnapshotFindsItsFilesByPath() {
    SnapshotFile file =
        new SnapshotFile(
            SourcePath.of("a/B.java"), new ContentHash(HASH), 12, SnapshotFile.FileMode.EXECUTABLE);
    try (Snapshot snapshot = new OneFile(file)) {
      assertThat(snapshot.file(SourcePath.of("a/B.java"))).contains(file);
      assertThat(snapshot.file(SourcePath.of("a/C.java"))).isEmpty();
    }
  }

  private record OneFile(SnapshotFile file) implements Snapshot {

    @Override
    public Optional<CommitId> commit() {
      return Optional.empty();
    }

    @Override
    public List<SnapshotFile> files() {
      return List.of(file);
    }

    @Override
    public byte[] read(SnapshotFile wanted) {
      return new byte[0];
    }

    @Override
    public void close() {}
  }
}
