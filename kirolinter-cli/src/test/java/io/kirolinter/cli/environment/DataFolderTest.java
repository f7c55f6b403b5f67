package io.kirolinter.cli.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kirolinter.core.testkit.SettableClock;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path temp;

  @Test
  void isTheOneThatTheUserChose() {
    assertThat(DataFolder.of(with(Map.of("KIROLINTER_HOME", "/data/kl"))))
        .isEqualTo(Path.of("/data/kl").toAbsolutePath());
  }

  @Test
  void isFoundFromTheCurrentFolderIfItIsChosenByARelativeName() {
    assertThat(DataFolder.of(with(Map.of("KIROLINTER_HOME", "../kl"))))
        .isEqualTo(temp.resolve("kl"));
  }

  @Test
  void isWhereThePlatformWantsItIfNoneIsChosen() {
    assumeTrue(System.getProperty("os.name").contains("Linux"), "this is the rule of Linux");

    assertThat(DataFolder.of(with(Map.of("KIROLINTER_HOME", " "))))
        .isEqualTo(temp.resolve("home/.local/share/kirolinter"));
    assertThat(DataFolder.of(with(Map.of("XDG_DATA_HOME", "/xdg"))))
        .isEqualTo(Path.of("/xdg/kirolinter"));
  }

  private Environment with(Map<String, String> variables) {
    return new Environment(
        variables,
        temp.resolve("current"),
        temp.resolve("home"),
        new BufferedReader(Reader.nullReader()),
        new PrintWriter(Writer.nullWriter()),
        new PrintWriter(Writer.nullWriter()),
        Environment.Terminal.ABSENT,
        Keyboard.none(),
        Environment.Terminal.ABSENT,
        "test",
        SettableClock.at("2026-11-22T18:15:30Z"),
        new Random(7));
  }
}
