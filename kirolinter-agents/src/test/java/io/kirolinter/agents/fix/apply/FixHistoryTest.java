package io.kirolinter.agents.fix.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.fix.change.FixedFile;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import io.kirolinter.core.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixHistoryTest {

  private static final String A = "A.java";

  @TempDir Path temp;
  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");
  private final Random random = new Random(7);
  private Path home;
  private TestRepository made;

  @BeforeEach
  void makeRepository() {
    home = temp.resolve("home");
    made = TestRepository.init(temp.resolve("repo"));
    made.write(A, "one\n").commit("first");
  }

  @Test
  void takesTheLastOneBackAndThenTheOneBefore() {
    RunId first = fix("two\n");
    RunId second = fix("three\n");
    try (FixHistory history = open()) {
      assertThat(history.records()).extracting(FixRecord::id).containsExactly(second, first);

      assertThat(history.undo(Optional.empty())).containsExactly(SourcePath.of(A));
      assertThat(file()).hasContent("two\n");
      assertThat(history.undo(Optional.empty())).containsExactly(SourcePath.of(A));
      assertThat(file()).hasContent("one\n");
      assertThatThrownBy(() -> history.undo(Optional.empty()))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("none were written that are not taken back already");
    }
  }

  @Test
  void takesOneBackByItsNameOnceOnly() {
    RunId id = fix("two\n");
    try (FixHistory history = open()) {
      assertThat(history.undo(Optional.of(id))).hasSize(1);
      assertThat(history.undo(Optional.of(id))).isEmpty();
      assertThat(file()).hasContent("one\n");
    }
  }

  @Test
  void refusesANameThatItDoesNotKnow() {
    fix("two\n");
    try (FixHistory history = open()) {
      assertThatThrownBy(() -> history.undo(Optional.of(RunId.of("20261122-181530-000000"))))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("there are none of this name");
    }
  }

  @Test
  void restoresNothingThatWasEditedSinceAndCanBeTriedAgain() throws IOException {
    fix("two\n");
    Files.writeString(file(), "mine\n");
    try (FixHistory history = open()) {
      assertThatThrownBy(() -> history.undo(Optional.empty()))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining(A);
      assertThat(file()).hasContent("mine\n");

      Files.writeString(file(), "two\n");
      assertThat(history.undo(Optional.empty())).hasSize(1);
    }
  }

  @Test
  void keepsTheHistoriesOfCheckoutsApart() {
    fix("two\n");
    try (FixHistory other = FixHistory.open(home, temp)) {
      assertThat(other.records()).isEmpty();
    }
  }

  @Test
  void keepsTheLastOnes() {
    RunId oldest = fix("0\n");
    for (int i = 1; i <= 50; i++) {
      fix(i + "\n");
    }
    try (FixHistory history = open()) {
      assertThat(history.records()).hasSize(51);
      history.prune();
      assertThat(history.records()).hasSize(50).noneMatch(one -> one.id().equals(oldest));
    }
  }

  @Test
  void isOpenOnceOnly() {
    try (FixHistory first = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining("one command at a time");
      assertThat(first.records()).isEmpty();
    }
  }

  @Test
  void saysWhatToDoWhereItCannotWrite() throws IOException {
    Files.writeString(home, "a file");

    assertThatThrownBy(this::open)
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("permissions");
  }

  private FixHistory open() {
    return FixHistory.open(home, root());
  }

  private RunId fix(String content) {
    clock.advance(Duration.ofSeconds(1));
    FixRecord record = FixHistory.next(home, root(), clock.instant(), random);
    try (Snapshot snapshot = made.open().snapshot(Optional.empty())) {
      var file = snapshot.file(SourcePath.of(A)).orElseThrow();
      SourceText before = SourceText.decode(snapshot.read(file)).orElseThrow();
      SourceText after = new SourceText(content, SourceText.Start.PLAIN);
      TreeApply.to(made.open(), record.folder(), DirtyFiles.FIX)
          .write(List.of(new FixedFile(file, before, after)));
    }
    return record.id();
  }

  private Path root() {
    return made.open().location();
  }

  private Path file() {
    return made.folder().resolve(A);
  }
}
