package io.kirolinter.agents.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.repository.ChangeBase;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedLinesTest {

  private static final String FIVE = "class A {\n  a;\n  b;\n  c;\n}\n";

  @TempDir Path temp;
  private TestRepository repository;

  @BeforeEach
  void initialise() {
    repository = TestRepository.init(temp.resolve("project"));
    repository.git("symbolic-ref", "HEAD", "refs/heads/main");
  }

  @Test
  void areThoseNotCommittedYet() {
    repository.write("A.java", FIVE).write("B.java", FIVE).write("C.java", FIVE).commit("one");
    repository.write("A.java", FIVE.replace("b;", "bb;\n  more;"));
    repository.write("B.java", "// staged\n" + FIVE);
    repository.git("add", "B.java");

    ChangedLines changed = since("");

    assertThat(changed.base()).isEqualTo("HEAD");
    assertThat(lines(changed, "A.java")).containsExactly(3, 4);
    assertThat(lines(changed, "B.java")).containsExactly(1);
    assertThat(lines(changed, "C.java")).isEmpty();
    assertThat(changed.files()).extracting(SourcePath::value).containsExactly("A.java", "B.java");
  }

  @Test
  void includeUntrackedFilesAsAWholeButNoIgnoredOnes() {
    repository.write("A.java", FIVE).write(".gitignore", "gen/\n").commit("one");
    repository.write("src/New.java", FIVE).write("gen/G.java", FIVE).write("README.md", "x");

    ChangedLines changed = since("");

    assertThat(changed.files()).containsExactly(SourcePath.of("src/New.java"));
    assertThat(lines(changed, "src/New.java")).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  @Test
  void followARenamedFile() {
    repository.write("a/Old.java", FIVE.repeat(5)).commit("one");
    repository.git("mv", "a/Old.java", "New.java");
    repository.write("New.java", FIVE.repeat(5).replaceFirst("c;", "cc;"));

    ChangedLines changed = since("");

    assertThat(changed.files()).containsExactly(SourcePath.of("New.java"));
    assertThat(lines(changed, "New.java")).containsExactly(4);
  }

  @Test
  void areNoneWhereLinesWereOnlyDeletedOrAFileIsGone() {
    repository.write("A.java", FIVE).write("B.java", FIVE).commit("one");
    repository.write("A.java", FIVE.replace("  b;\n", ""));
    repository.git("rm", "-q", "B.java");

    ChangedLines changed = since("");

    assertThat(lines(changed, "A.java")).isEmpty();
    assertThat(changed.files()).containsExactly(SourcePath.of("A.java"));
  }

  @Test
  void onABranchAreThoseSinceItLeftTheDefaultBranch() {
    repository.write("A.java", FIVE).write("B.java", FIVE).commit("one");
    repository.git("checkout", "-q", "-b", "topic");
    repository.write("A.java", FIVE.replace("a;", "aa;")).commit("two");
    repository.git("checkout", "-q", "main");
    repository.write("B.java", FIVE.replace("b;", "bb;")).commit("of others");
    repository.git("checkout", "-q", "topic");
    repository.write("A.java", FIVE.replace("a;", "aa;").replace("c;", "cc;"));

    ChangedLines changed = since("");

    assertThat(changed.base()).isEqualTo("main");
    assertThat(lines(changed, "A.java")).containsExactly(2, 4);
    assertThat(changed.files()).containsExactly(SourcePath.of("A.java"));
  }

  @Test
  void onTheDefaultBranchAreThoseNotPushedYet() {
    repository.write("A.java", FIVE).commit("one");
    TestRepository clone = repository.cloneTo(temp.resolve("clone"));
    clone.write("A.java", FIVE.replace("a;", "aa;")).commit("two");
    clone.write("A.java", FIVE.replace("a;", "aa;").replace("b;", "bb;"));

    ChangedLines changed = ChangedLines.since(clone.open(), "");

    assertThat(changed.base()).isEqualTo("its upstream");
    assertThat(lines(changed, "A.java")).containsExactly(2, 3);
  }

  @Test
  void onADetachedHeadAreThoseSinceTheDefaultBranch() {
    repository.write("A.java", FIVE).commit("one");
    TestRepository clone = repository.cloneTo(temp.resolve("clone"));
    clone.git("checkout", "-q", "--detach");
    clone.write("A.java", FIVE.replace("a;", "aa;")).commit("two");

    ChangedLines changed = ChangedLines.since(clone.open(), "");

    assertThat(changed.base()).isEqualTo("origin/main");
    assertThat(lines(changed, "A.java")).containsExactly(2);
  }

  @Test
  void beforeTheFirstCommitAreAll() {
    repository.write("A.java", FIVE).write("B.java", FIVE);
    repository.git("add", "A.java");

    ChangedLines changed = since("");

    assertThat(lines(changed, "A.java")).containsExactly(1, 2, 3, 4, 5);
    assertThat(changed.files()).extracting(SourcePath::value).containsExactly("A.java", "B.java");
  }

  @Test
  void countFromANamedBase() {
    repository.write("A.java", FIVE).commit("one");
    repository.git("tag", "v1");
    repository.write("A.java", FIVE.replace("a;", "aa;")).commit("two");

    assertThat(lines(since("v1"), "A.java")).containsExactly(2);
    assertThat(lines(since("HEAD~1"), "A.java")).containsExactly(2);
    assertThat(since("HEAD").files()).isEmpty();
  }

  @Test
  void countFromABaseWithoutACommonPast() {
    repository.write("A.java", FIVE).commit("one");
    repository.git("checkout", "-q", "--orphan", "other");
    repository.write("A.java", FIVE.replace("a;", "aa;")).commit("two");

    assertThat(lines(since("main"), "A.java")).containsExactly(2);
  }

  @Test
  void nameABaseThatIsNotThere() {
    repository.write("A.java", FIVE).commit("one");

    assertThatThrownBy(() -> since("mian"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage(
            "Cannot compare with base 'mian': there is no such branch, tag or commit here;"
                + " expected one that git knows. Did you mean 'main'?");
    assertThatThrownBy(() -> since("--output=x"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("Fetch it, or name another one.");
    assertThat(temp.resolve("project/x")).doesNotExist();
  }

  @Test
  void needACheckout() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("plain"));

    assertThatThrownBy(() -> ChangedLines.since(Repositories.open(folder), ""))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("it is no git checkout");
  }

  @Test
  void areNotConfusedByCodeThatLooksLikeADiff() {
    repository.write("A.java", "a\nb").write("B.java", FIVE).commit("one");
    repository.write("A.java", "a\n++ b/X.java\n@@ -1 +1,90 @@\nc\rd\n-- a/B.java");
    repository.write("B.java", FIVE.replace("b;", "bb;"));

    ChangedLines changed = since("");

    assertThat(lines(changed, "A.java")).containsExactly(2, 3, 4, 5);
    assertThat(lines(changed, "B.java")).containsExactly(3);
    assertThat(changed.files()).hasSize(2);
  }

  @Test
  void knowFilesWithOddNames() {
    List<String> names = List.of("a b.java", "\"q\".java", "t\tab.java", "é\\x.java", "n\nl.java");
    names.forEach(name -> repository.write(name, FIVE));
    repository.commit("one");
    names.forEach(name -> repository.write(name, FIVE.replace("a;", "aa;")));

    ChangedLines changed = since("");

    assertThat(changed.files())
        .extracting(SourcePath::value)
        .containsExactlyInAnyOrderElementsOf(names);
    names.forEach(name -> assertThat(lines(changed, name)).containsExactly(2));
  }

  @Test
  void doNotDependOnTheUsersConfiguration() {
    repository.write("A.java", FIVE).commit("one");
    repository.git("config", "diff.noprefix", "true");
    repository.git("config", "diff.mnemonicPrefix", "true");
    repository.git("config", "diff.external", "false");
    repository.git("config", "diff.context", "9");
    repository.git("config", "color.ui", "always");
    repository.write(".gitattributes", "*.java -diff\n");
    repository.write("A.java", FIVE.replace("a;", "aa;"));

    assertThat(lines(since(""), "A.java")).containsExactly(2);
  }

  @Test
  void areTouchedByARangeThatReachesIntoThem() {
    repository.write("A.java", FIVE).commit("one");
    repository.write("A.java", FIVE.replace("b;", "bb;"));
    ChangedLines changed = since("");
    SourcePath path = SourcePath.of("A.java");

    assertThat(changed.touch(path, new SourceRange(1, 1, 3, 2))).isTrue();
    assertThat(changed.touch(path, new SourceRange(1, 1, 3, 1))).isFalse();
    assertThat(changed.touch(path, new SourceRange(3, 1, 3, 1))).isTrue();
    assertThat(changed.touch(path, new SourceRange(4, 1, 9, 1))).isFalse();
    assertThat(changed.touch(SourcePath.of("B.java"), new SourceRange(3, 1, 3, 9))).isFalse();
  }

  @Test
  void readOnlyTheFilesConcerned() {
    repository.write("A.java", FIVE).write("B.java", FIVE).write("pom.xml", "<project/>");
    repository.write(".kirolinter.yaml", "exclude: []").commit("one");
    repository.write("A.java", FIVE + "// more");

    try (Snapshot snapshot = since("").snapshot()) {
      assertThat(snapshot.files())
          .extracting(SnapshotFile::path)
          .extracting(SourcePath::value)
          .containsExactly(".kirolinter.yaml", "A.java");
      assertThat(snapshot.file(SourcePath.of("B.java"))).isEmpty();
    }
  }

  @Test
  void ofACommitAreThoseCommittedSinceItsBaseWhateverLiesOnDisk() {
    repository.write("A.java", FIVE).write("B.java", FIVE).write("Gone.java", "x\n").commit("one");
    CommitId one = repository.head();
    repository.git("rm", "-q", "Gone.java");
    repository.write("A.java", FIVE.replace("b;", "bb;")).write("New.java", FIVE);
    repository.write("no.txt", FIVE).commit("two");
    CommitId two = repository.head();
    repository.write("B.java", FIVE.replace("a;", "aa;")).write("Untracked.java", FIVE);

    ChangedLines changed = ChangedLines.between(repository.open(), ChangeBase.at("main", one), two);

    assertThat(changed.base()).isEqualTo("main");
    assertThat(changed.files()).extracting(SourcePath::value).containsExactly("A.java", "New.java");
    assertThat(lines(changed, "A.java")).containsExactly(3);
    assertThat(lines(changed, "New.java")).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void ofACommitCanBeToldInABareRepository() {
    repository.write("a/Old.java", FIVE.repeat(5)).commit("one");
    CommitId one = repository.head();
    repository.git("mv", "a/Old.java", "New.java");
    repository.write("New.java", FIVE.repeat(5).replaceFirst("c;", "cc;")).commit("two");
    CommitId two = repository.head();
    repository.git("clone", "-q", "--bare", ".", temp.resolve("bare.git").toString());
    Repository bare = Repositories.open(temp.resolve("bare.git"));

    ChangedLines changed =
        ChangedLines.between(bare, bare.found(ChangeBase.named("HEAD~1"), two), two);

    assertThat(bare.found(ChangeBase.named("HEAD~1"), two)).isEqualTo(ChangeBase.at("HEAD~1", one));
    assertThat(changed.files()).containsExactly(SourcePath.of("New.java"));
    assertThat(lines(changed, "New.java")).containsExactly(4);
  }

  @Test
  void aBaseIsFoundWhereACommitLeftABranch() {
    repository.write("A.java", FIVE).commit("one");
    CommitId left = repository.head();
    repository.git("checkout", "-q", "-b", "topic");
    repository.write("A.java", FIVE.replace("a;", "aa;")).commit("two");
    CommitId tip = repository.head();
    repository.git("checkout", "-q", "main");
    repository.write("B.java", FIVE).commit("of others");
    CommitId main = repository.head();
    Repository opened = repository.open();

    assertThat(opened.found(ChangeBase.named("main"), tip)).isEqualTo(ChangeBase.at("main", left));
    assertThat(opened.found(ChangeBase.at("x", main), tip)).isEqualTo(ChangeBase.at("x", main));
    assertThat(opened.found(ChangeBase.named(""), main)).isEqualTo(ChangeBase.at("HEAD", main));
    repository.git("checkout", "-q", "topic");
    assertThat(opened.found(ChangeBase.named(""), tip)).isEqualTo(ChangeBase.at("main", left));
    assertThatThrownBy(() -> opened.found(ChangeBase.named("mian"), tip))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageEndingWith("Did you mean 'main'?");
  }

  @Test
  void aBaseIsFoundInNoPlainFolder() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("plain"));
    CommitId commit = CommitId.of("a".repeat(40));
    Repository plain = Repositories.open(folder);

    assertThatThrownBy(() -> plain.found(ChangeBase.named("main"), commit))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("it has no history");
    assertThat(plain.found(ChangeBase.at("main", commit), commit).commit()).contains(commit);
  }

  private ChangedLines since(String base) {
    return ChangedLines.since(repository.open(), base);
  }

  private static List<Integer> lines(ChangedLines changed, String path) {
    return IntStream.rangeClosed(1, 10)
        .filter(line -> changed.touch(SourcePath.of(path), new SourceRange(line, 1, line, 2)))
        .boxed()
        .toList();
  }
}
