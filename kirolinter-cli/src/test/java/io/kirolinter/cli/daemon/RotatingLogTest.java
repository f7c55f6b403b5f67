package io.kirolinter.cli.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.testkit.SettableClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingLogTest {

  @TempDir Path temp;

  private PrintWriter open(long largest) throws IOException {
    SettableClock clock = SettableClock.at("2026-11-22T18:15:30.123Z");
    return new PrintWriter(new RotatingLog(temp.resolve("log"), largest, clock), true);
  }

  @Test
  void eachLineHasItsTimeAndALogIsGoneOnWith() throws Exception {
    try (PrintWriter log = open(1_000)) {
      log.println("one");
      log.print("tw");
      log.printf("o%nthree");
    }
    try (PrintWriter log = open(1_000)) {
      log.println("four");
    }

    assertThat(Files.readAllLines(temp.resolve("log")))
        .containsExactly(
            "2026-11-22T18:15:30Z one",
            "2026-11-22T18:15:30Z two",
            "2026-11-22T18:15:30Z three",
            "2026-11-22T18:15:30Z four");
  }

  @Test
  void threeFilesOfTheSizeAreAllThereIs() throws Exception {
    try (PrintWriter log = open(300)) {
      for (int i = 0; i < 100; i++) {
        log.println("line " + i);
      }
    }

    try (Stream<Path> files = Files.list(temp)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("log", "log.1", "log.2");
    }
    for (String name : List.of("log", "log.1", "log.2")) {
      assertThat(Files.size(temp.resolve(name))).isBetween(1L, 300L);
    }
    assertThat(Files.readString(temp.resolve("log"))).endsWith("line 99\n");
  }
}
