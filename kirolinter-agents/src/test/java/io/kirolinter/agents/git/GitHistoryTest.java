package io.kirolinter.agents.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.git.HistoryEntry.ChangeKind;
import io.kirolinter.agents.git.HistoryEntry.ChangedPath;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.source.SourcePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHistoryTest {

  private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

  @TempDir Path temp;
  private TestRepository made;

  @BeforeEach
  void makeRepository() {
    made = TestRepository.init(temp.resolve("a"));
  }

  @Test
  void tellsWhatEachCommitDidTheNewestFirst() throws IOException {
    made.write("A.java", "1\n").write("odd \n\"ü.java", "1\n").commit("Add them", DAY);
    made.commit("Nothing", DAY.plusSeconds(60));
    made.write("A.java", "2\n");
    Files.delete(made.folder().resolve("odd \n\"ü.java"));
    CommitId last = made.commit("Fix: a | b\n\nbody", DAY.plusSeconds(120));

    List<HistoryEntry> entries = read(last);

    assertThat(entries)
        .extracting(HistoryEntry::subject)
        .containsExactly("Fix: a | b", "Nothing", "Add them");
    assertThat(entries.get(0).id()).isEqualTo(last);
    assertThat(entries.get(0).at()).isEqualTo(DAY.plusSeconds(120));
    assertThat(entries.get(0).changes())
        .containsExactly(
            changed("A.java", ChangeKind.MODIFIED), changed("odd \n\"ü.java", ChangeKind.DELETED));
    assertThat(entries.get(1).changes()).isEmpty();
    assertThat(entries.get(2).changes())
        .containsExactly(
            changed("A.java", ChangeKind.ADDED), changed("odd \n\"ü.java", ChangeKind.ADDED));
  }

  @Test
  void namesNobody() {
    CommitId head = made.write("A.java", "1\n").commit("first");

    assertThat(read(head).get(0).author()).matches("[0-9a-f]{16}").doesNotContain("ada");
  }

  @Test
  void leavesOutMergesAndLinks() throws IOException {
    made.write("A.java", "1\n").commit("first");
    made.git("checkout", "--quiet", "-b", "other");
    Files.createSymbolicLink(made.folder().resolve("Link.java"), Path.of("A.java"));
    made.commit("second", DAY.plusSeconds(60));
    made.git("checkout", "--quiet", "main");
    made.git("merge", "--quiet", "--no-ff", "-m", "merge", "other");

    assertThat(read(made.head()))
        .extracting(entry -> entry.subject() + entry.changes().size())
        .containsExactly("second0", "first1");
  }

  @Test
  void readsNoMoreThanTheLimit() {
    for (int i = 0; i < 5; i++) {
      made.write("A.java", "v" + i).commit("c" + i);
    }
    List<String> subjects = new ArrayList<>();

    int read =
        GitHistory.of(made.open(), made.head())
            .limitedTo(2)
            .read(entry -> subjects.add(entry.subject()), Cancellation.create());

    assertThat(read).isEqualTo(2);
    assertThat(subjects).containsExactly("c4", "c3");
    assertThatThrownBy(() -> GitHistory.of(made.open(), made.head()).limitedTo(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysThatACommitIsNotThere() {
    assertThatThrownBy(() -> read(CommitId.of("1".repeat(40))))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("1".repeat(40));
  }

  @Test
  void refusesWhatGitLogNeverWrites() {
    assertThatThrownBy(() -> parse("nonsense\0")).isInstanceOf(IOException.class);
    String header = "\2" + "1".repeat(40) + "\u001f0\u001fa@b\u001fs\0";
    assertThatThrownBy(() -> parse(header + "\n:100644 100644 1 2 M\0"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ended in a change");
  }

  @Test
  void countsEachCommitForTheFirstStopThatItLeadsTo() {
    CommitId first = made.write("A.java", "1\n").commit("first", DAY);
    made.git("checkout", "--quiet", "-b", "other");
    made.write("B.java", "1\n").commit("early, on a branch", DAY.plusSeconds(60));
    made.git("checkout", "--quiet", "main");
    CommitId second = made.write("A.java", "2\n").commit("second", DAY.plusSeconds(120));
    made.write("README", "no Java\n").commit("no Java", DAY.plusSeconds(180));
    made.git("merge", "--quiet", "--no-ff", "-m", "merge", "other");
    CommitId merge = made.head();
    made.write("A.java", "3\n").commit("third", DAY.plusSeconds(300));

    assertThat(staged(first, first, second, merge, made.head()))
        .containsExactly(
            "first",
            "reached " + first,
            "reached " + first,
            "second",
            "reached " + second,
            "early, on a branch",
            "reached " + merge,
            "third",
            "reached " + made.head());
  }

  @Test
  void reachesAllStopsOfAHistoryWithoutAnyFileThatFits() {
    CommitId head = made.write("README", "no Java\n").commit("no Java", DAY);

    assertThat(staged(head)).containsExactly("reached " + head);
  }

  @Test
  void givesUpOnALongHistoryWhenItsReaderDoes() {
    for (int i = 0; i < 3; i++) {
      made.write("A.java", "v" + i).commit("c" + i + "\n\n" + "long ".repeat(20_000), DAY);
    }

    assertThatThrownBy(
            () ->
                GitHistory.of(made.open(), made.head())
                    .read(
                        entry -> {
                          throw new IllegalStateException("had enough of " + entry.subject());
                        },
                        Cancellation.create()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("had enough of c2");
  }

  private List<String> staged(CommitId... stops) {
    List<String> heard = new ArrayList<>();
    GitHistory.of(made.open(), made.head())
        .ofFiles(".java")
        .read(
            Stream.of(stops).map(stop -> new GitHistory.Dated(stop, DAY)).toList(),
            new GitHistory.StageReader() {
              @Override
              public void read(HistoryEntry entry, GitHistory.Dated stop) {
                heard.add(entry.subject());
              }

              @Override
              public void reached(GitHistory.Dated stop) {
                heard.add("reached " + stop.commit());
              }
            },
            Cancellation.create());
    return heard;
  }

  @Test
  void knowsWhereItsMainLineWasAtAMoment() {
    CommitId first = made.write("A.java", "1\n").commit("first", DAY);
    made.git("checkout", "--quiet", "-b", "other");
    made.write("B.java", "1\n").commit("aside", DAY.plusSeconds(60));
    made.git("checkout", "--quiet", "main");
    CommitId second = made.write("A.java", "2\n").commit("second", DAY.plusSeconds(120));
    made.git("merge", "--quiet", "--no-ff", "--no-commit", "other");
    CommitId merge = made.commit("merge", DAY.plusSeconds(180));
    GitHistory history = GitHistory.of(made.open(), merge);

    assertThat(history.mainLineAt(DAY.minusSeconds(1))).isEmpty();
    assertThat(history.mainLineAt(DAY.plusSeconds(90))).contains(new GitHistory.Dated(first, DAY));
    assertThat(history.mainLineSince(DAY.plusSeconds(60)))
        .extracting(GitHistory.Dated::commit)
        .containsExactly(merge, second);
  }

  private static int parse(String text) throws IOException {
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return new HistoryParser(in).parse(entry -> {});
  }

  private List<HistoryEntry> read(CommitId newest) {
    List<HistoryEntry> entries = new ArrayList<>();
    GitHistory.of(made.open(), newest).read(entries::add, Cancellation.create());
    return entries;
  }

  private static ChangedPath changed(String path, ChangeKind kind) {
    return new ChangedPath(SourcePath.of(path), kind);
  }
}
