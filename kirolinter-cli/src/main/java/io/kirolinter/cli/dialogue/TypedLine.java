package io.kirolinter.cli.dialogue;

import io.kirolinter.cli.environment.Keyboard;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A line that is made of single keys, shown while it is typed.
 *
 * @param out where the person sees what was typed
 */
record TypedLine(Keyboard.Keys keys, PrintWriter out) {

  private static final char BACKSPACE = '\b';
  private static final char DELETE = 127;

  /** {@return what was typed before the line end; empty if the input ended} */
  Optional<String> read() throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      OptionalInt key = keys.next();
      if (key.isEmpty()) {
        out.println();
        out.flush();
        return Optional.empty();
      }
      char typed = (char) key.getAsInt();
      if (typed == '\r' || typed == '\n') {
        out.println();
        out.flush();
        return Optional.of(line.toString());
      }
      take(typed, line);
    }
  }

  private void take(char typed, StringBuilder line) {
    if (typed == BACKSPACE || typed == DELETE) {
      if (!line.isEmpty()) {
        line.setLength(line.length() - 1);
        out.print("\b \b");
      }
    } else if (!Character.isISOControl(typed)) {
      line.append(typed);
      out.print(typed);
    }
    out.flush();
  }
}
