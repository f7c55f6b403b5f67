package io.kirolinter.cli.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.environment.Environment.Terminal;
import io.kirolinter.cli.environment.Keyboard;
import io.kirolinter.core.testkit.SettableClock;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TypedAnswersTest {

  /** Keys that were typed already; there are no others. */
  private static final class TypedKeys implements Keyboard.Keys {

    private final Deque<Integer> typed = new ArrayDeque<>();
    private final int columns;

    TypedKeys(String keys, int columns) {
      keys.chars().forEach(typed::add);
      this.columns = columns;
    }

    @Override
    public OptionalInt next() {
      return typed.isEmpty() ? OptionalInt.empty() : OptionalInt.of(typed.poll());
    }

    @Override
    public void forgetTyped() {
      typed.clear();
    }

    @Override
    public int columns() {
      return columns;
    }

    @Override
    public void close() {
      typed.clear();
    }
  }

  private final StringWriter shown = new StringWriter();

  private Answers at(Keyboard keyboard, String columns) {
    return TypedAnswers.at(
        new Environment(
            Map.of("COLUMNS", columns),
            Path.of("."),
            Path.of("."),
            new BufferedReader(Reader.nullReader()),
            new PrintWriter(new StringWriter()),
            new PrintWriter(shown, true),
            Terminal.PRESENT,
            keyboard,
            Terminal.PRESENT,
            "test",
            SettableClock.at("2026-11-22T18:15:30Z"),
            new Random(7)));
  }

  private Answers typing(String keys) {
    return at(() -> Optional.of(new TypedKeys(keys, 40)), "");
  }

  @Test
  void takesALineOfKeysWithItsCorrections() {
    assertThat(typing("noo\u007ft \u0001now\rrest").line("Why? ")).contains("not now");
    assertThat(shown.toString()).startsWith("Why? noo\b \bt now");
  }

  @Test
  void takesNoLineThatHasNoEnd() {
    assertThat(typing("half").line("Why? ")).isEmpty();
  }

  @Test
  void forgetsWhatWasTypedBeforeTheQuestion() {
    Answers answers = typing("yy");
    assertThat(answers.next("First? ")).contains("y");

    answers.forgetTyped();

    assertThat(answers.next("Second? ")).isEmpty();
  }

  @Test
  void wrapsToTheTerminalOrWhatTheEnvironmentTells() {
    assertThat(typing("").wrapping()).isEqualTo(new Wrapping(40));
    assertThat(at(Keyboard.none(), "60").wrapping()).isEqualTo(new Wrapping(60));
    assertThat(at(Keyboard.none(), "wide").wrapping()).isEqualTo(new Wrapping(80));
  }
}
