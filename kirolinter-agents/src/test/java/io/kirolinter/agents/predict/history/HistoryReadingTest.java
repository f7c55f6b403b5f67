package io.kirolinter.agents.predict.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.progress.Progress;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.store.ResultCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryReadingTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final SourcePath A = SourcePath.of("A.java");

  @TempDir Path temp;
  private TestRepository made;
  private final KeptEntries cache = new KeptEntries();
  private int day;

  /** What a store would keep, to be looked at and damaged. */
  private static final class KeptEntries implements ResultCache {
    private final Map<String, String> kept = new HashMap<>();

    @Override
    public Map<String, String> get(Collection<String> keys) {
      Map<String, String> found = new HashMap<>(kept);
      found.keySet().retainAll(keys);
      return found;
    }

    @Override
    public void put(Map<String, String> entries) {
      kept.putAll(entries);
    }
  }

  @BeforeEach
  void makeRepository() {
    made = TestRepository.init(temp.resolve("a"));
    commit("Begin", "class A {\n" + "int a;\n".repeat(20) + "}\n");
    commit("Fix bug", "class A {\n" + "int b;\n".repeat(20) + "}\n");
  }

  @Test
  void readsOnlyWhatIsNewTheNextTime() {
    History first = cached().upTo(made.head());
    pretendThatAThousandMoreWereRead();
    CommitId head = commit("Fix another bug", "class A { int c; }\n");

    History second = cached().upTo(head);

    assertThat(first.of(A).fixes()).isEqualTo(1);
    assertThat(second.commits()).isEqualTo(1003);
    assertThat(second.of(A).fixes()).isEqualTo(2);
    assertThat(second.of(A).changes()).isEqualTo(3);
  }

  @Test
  void readsNothingAgainOnTheSameCommit() {
    cached().upTo(made.head());
    pretendThatAThousandMoreWereRead();

    assertThat(cached().upTo(made.head()).commits()).isEqualTo(1002);
    assertThat(cached().upTo(made.head()).of(A).changes()).isEqualTo(2);
  }

  private void pretendThatAThousandMoreWereRead() {
    cache.kept.replaceAll((key, json) -> json.replace("\"commits\":2,", "\"commits\":1002,"));
  }

  @Test
  void startsAnewWhenTheHistoryWasRewritten() {
    cached().upTo(made.head());
    made.git("reset", "--quiet", "--hard", "HEAD~1");
    CommitId head = commit("Another way", "class A { int c; }\n");

    History history = cached().upTo(head);

    assertThat(history.commits()).isEqualTo(2);
    assertThat(history.of(A).fixes()).isZero();
  }

  @Test
  void goesOnFromTheOwnPastOfEachBranch() {
    cached().upTo(made.head());
    made.git("checkout", "--quiet", "-b", "other");
    CommitId other = commit("Fix on the branch", "class A { int d; }\n");
    cached().upTo(other);
    made.git("checkout", "--quiet", "main");
    CommitId main = commit("Go on", "class A { int e; }\n");

    assertThat(cached().upTo(main).of(A).fixes()).isEqualTo(1);
    assertThat(cached().upTo(other).of(A).fixes()).isEqualTo(2);
    assertThat(cache.kept).as("an index, and three histories at most").hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void keepsNoMoreHoweverOftenItIsRead() {
    for (int i = 0; i < 5; i++) {
      cached().upTo(commit("Change " + i, "class A { int f" + i + "; }\n"));
    }
    assertThat(cache.kept).hasSize(4);
  }

  @Test
  void readsAnewWhereTheCacheIsDamaged() {
    cached().upTo(made.head());
    CommitId head = commit("Fix more", "class A { int c; }\n");
    for (String damage :
        new String[] {
          "{damaged",
          "{}",
          "null",
          "{\"commit\":\""
              + made.git("rev-parse", "HEAD~1").strip()
              + "\",\"commits\":1,"
              + "\"paths\":[1],\"fileOf\":[7],\"places\":[],\"files\":[]}"
        }) {
      cache.kept.replaceAll((key, value) -> damage);

      assertThat(cached().upTo(head).of(A).changes()).isEqualTo(3);
    }
  }

  @Test
  void countsWhatAMergeBringsInOnceAndTheMergeNotAtAll() {
    made.git("checkout", "--quiet", "-b", "other");
    commit("Fix on the branch", "class A { int d; }\n");
    made.git("checkout", "--quiet", "main");
    made.write("B.java", "class B {}\n").commit("Elsewhere", next());
    made.git("merge", "--quiet", "--no-ff", "-m", "Fix by merge", "other");

    History history = reading().upTo(made.head());

    assertThat(history.commits()).isEqualTo(4);
    assertThat(history.of(A).fixes()).isEqualTo(2);
  }

  @Test
  void isTheSameInPiecesAlsoWhereBranchesMeet() {
    CommitId begin = made.head();
    made.git("checkout", "--quiet", "-b", "other");
    commit("Fix on the branch", "class A { int d; }\n");
    made.git("checkout", "--quiet", "main");
    made.git("mv", "A.java", "B.java");
    CommitId moved = made.commit("Move", next());
    made.git("merge", "--quiet", "--no-ff", "-m", "merge", "other");
    CommitId head = made.commit("Nothing", next());
    for (CommitId pause : new CommitId[] {begin, moved}) {
      cached().upTo(pause);
    }
    SourcePath b = SourcePath.of("B.java");

    FileHistory pieces = cached().upTo(head).of(b);
    FileHistory whole = reading().upTo(head).of(b);

    assertThat(pieces.fixes()).isEqualTo(whole.fixes()).isEqualTo(2);
    for (Trend trend : Trend.values()) {
      assertThat(pieces.sum(trend, START)).isCloseTo(whole.sum(trend, START), within(1e-9));
    }
  }

  @Test
  void followsAFileThatIsMovedAndChangedALittle() {
    made.git("mv", "A.java", "Moved.java");
    made.write("Moved.java", "class Moved {\n" + "int b;\n".repeat(20) + "}\n");
    CommitId head = made.commit("Move", next());

    assertThat(reading().upTo(head).of(SourcePath.of("Moved.java")).changes()).isEqualTo(3);
  }

  @Test
  void comparesFilesByTheirHashesWhereAContentIsMissing() throws IOException {
    String blob = made.git("rev-parse", "HEAD:A.java").strip();
    made.write("C.java", "class C { int same; }\n").commit("Add", next());
    made.git("mv", "C.java", "D.java");
    made.git("mv", "A.java", "Moved.java");
    made.write("Moved.java", "class Moved {\n" + "int b;\n".repeat(20) + "}\n");
    CommitId head = made.commit("Move both", next());
    deleteObject(blob);

    History history = reading().upTo(head);

    assertThat(history.of(SourcePath.of("D.java")).changes()).isEqualTo(1);
    assertThat(history.of(SourcePath.of("Moved.java")).changes()).isEqualTo(1);
  }

  @Test
  void keepsNothingOfAShallowClone() {
    Path clone = temp.resolve("shallow");
    made.git("clone", "--quiet", "--depth=1", "file://" + made.folder(), clone.toString());
    var shallow = io.kirolinter.agents.git.Repositories.open(clone);

    History history =
        HistoryReading.of(shallow, Progress.none(), Cancellation.create())
            .cachedBy(cache)
            .upTo(made.head());

    assertThat(history.commits()).isEqualTo(1);
    assertThat(cache.kept).isEmpty();
  }

  private HistoryReading reading() {
    return HistoryReading.of(made.open(), Progress.none(), Cancellation.create());
  }

  private HistoryReading cached() {
    return reading().cachedBy(cache);
  }

  private CommitId commit(String message, String content) {
    return made.write("A.java", content).commit(message, next());
  }

  private Instant next() {
    return START.plus(Duration.ofDays(day++));
  }

  private void deleteObject(String hash) throws IOException {
    Path objects = made.folder().resolve(".git/objects");
    Files.delete(objects.resolve(hash.substring(0, 2)).resolve(hash.substring(2)));
  }
}
