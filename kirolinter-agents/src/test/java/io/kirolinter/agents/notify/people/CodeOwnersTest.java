package io.kirolinter.agents.notify.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourcePath;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeOwnersTest {

  /** The example of GitHub's documentation. */
  private static final String GITHUB =
      """
      # This is a comment.
      *       @global-owner1 @global-owner2
      *.js    @js-owner #This is an inline comment.
      *.go docs@example.com
      *.txt @octo-org/octocats
      /build/logs/ @doctocat
      docs/* docs@example.com
      apps/ @octocat
      /docs/ @doctocat
      /scripts/ @doctocat @octocat
      **/logs @octocat
      /apps/ @octocat
      /apps/github
      /with\\ space/ @blank
      """;

  @ParameterizedTest
  @CsvSource({
    "README.md, @global-owner1 @global-owner2",
    "src/a/b.js, @js-owner",
    "x.go, docs@example.com",
    "x.txt, @octo-org/octocats",
    "build/logs/a/b.md, @octocat",
    "docs/getting-started.md, @doctocat",
    "docs/build-app/troubleshooting.md, @doctocat",
    "sub/docs/x.md, @global-owner1 @global-owner2",
    "scripts/x.sh, @doctocat @octocat",
    "deep/down/logs/x.md, @octocat",
    "sub/apps/x.md, @octocat",
    "apps/x.md, @octocat",
    "with space/x.md, @blank",
  })
  void letsTheLastLineThatCoversAFileDecide(String path, String owners) {
    assertThat(CodeOwners.of(GITHUB).of(SourcePath.of(path))).containsExactly(owners.split(" "));
  }

  @Test
  void takesFilesAwayByALineWithoutOwners() {
    assertThat(ownersOf("apps/github/x.md", GITHUB)).isEmpty();
  }

  @Test
  void meansOnlyTheFilesOfTheFolderItselfByAStar() {
    assertThat(ownersOf("docs/a.md", "docs/* @a")).containsExactly("@a");
    assertThat(ownersOf("docs/b/a.md", "docs/* @a")).isEmpty();
    assertThat(ownersOf("docs/b/a.md", "docs/** @a")).containsExactly("@a");
  }

  /** In the form of GitLab's documentation. */
  private static final String GITLAB =
      """
      * @everybody
      [Documentation] @docs-team
      docs/
      README.md @writer
      ^[Database][2] @db
      model/db/
      docs/sql/ @@developer @dba
      [DOCUMENTATION]
      !docs/internal.md
      """;

  @ParameterizedTest
  @CsvSource({
    "src/A.java, @everybody",
    "docs/a.md, @everybody @docs-team",
    "README.md, @everybody @writer",
    "model/db/x.sql, @everybody @db",
    "docs/sql/x.sql, @everybody @docs-team @dba",
    "docs/internal.md, @everybody",
  })
  void countsEachSectionOfGitLabForItself(String path, String owners) {
    assertThat(ownersOf(path, GITLAB)).containsExactly(owners.split(" "));
  }

  @Test
  void passesOverLinesThatMakeNoSense() {
    assertThat(ownersOf("a.md", "* @a\n[a-z]*.md @b\na{b} @c\n\\\n*.md nobody @d\nx\n"))
        .containsExactly("@d");
  }

  @ParameterizedTest
  @CsvSource({
    ".github/CODEOWNERS, @first",
    "CODEOWNERS, @first",
    "docs/CODEOWNERS, @first",
    ".gitlab/CODEOWNERS, @first",
  })
  void findsTheFileWhereTheForgesLook(String place, String owner, @TempDir Path temp) {
    TestRepository repository = TestRepository.init(temp);
    repository.write(place, "* " + owner + "\n").write(".gitlab/other", "").commit("owners");

    assertThat(in(repository)).containsExactly(owner);
  }

  @Test
  void prefersThePlaceOfGitHub(@TempDir Path temp) {
    TestRepository repository = TestRepository.init(temp);
    repository.write("CODEOWNERS", "* @second\n").write(".github/CODEOWNERS", "* @first\n");
    repository.commit("owners");

    assertThat(in(repository)).containsExactly("@first");
  }

  @Test
  void knowsNobodyWithoutAFileOrOneThatIsNoText(@TempDir Path temp) {
    TestRepository repository = TestRepository.init(temp);
    repository.write("A.java", "").commit("none");
    assertThat(in(repository)).isEmpty();

    repository.write("CODEOWNERS", new byte[] {'*', ' ', '@', (byte) 0xff}).commit("no text");
    assertThat(in(repository)).isEmpty();
  }

  private static List<String> in(TestRepository repository) {
    try (Snapshot snapshot = repository.open().snapshot(Optional.of(repository.head()))) {
      return CodeOwners.in(snapshot).of(SourcePath.of("A.java"));
    }
  }

  private static List<String> ownersOf(String path, String file) {
    return CodeOwners.of(file).of(SourcePath.of(path));
  }
}
