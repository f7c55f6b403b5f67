package io.kirolinter.cli.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Keys of the terminal of this process. An interrupt ends the process, and leaves it in order. */
final class TerminalKeys implements Keyboard.Keys {

  private static final int END_OF_FILE = -1;
  private static final int END_OF_TRANSMISSION = 4;

  /** Milliseconds to wait for what was typed and is on its way; 0 would be for ever. */
  private static final long BRIEFLY = 50;

  private final Terminal terminal;
  private final Attributes before;

  /** An interrupt ends the process while it waits for a key. */
  private final Thread atTheEnd = new Thread(this::restore, "kirolinter-terminal");

  private TerminalKeys(Terminal terminal) {
    this.terminal = terminal;
    this.before = terminal.getAttributes();
    Runtime.getRuntime().addShutdownHook(atTheEnd);
    terminal.enterRawMode();
  }

  /** Prompts go to the error stream, as results may be read by another program. */
  static Optional<Keyboard.Keys> open() {
    try {
      return Optional.of(
          new TerminalKeys(
              TerminalBuilder.builder()
                  .system(true)
                  .systemOutput(TerminalBuilder.SystemOutput.SysErr)
                  .nativeSignals(false) // else an interrupt kills without a chance to tidy up
                  .dumb(false)
                  .build()));
    } catch (IOException | IllegalStateException e) {
      return Optional.empty(); // answered by lines then, which need no more than a stream
    }
  }

  @Override
  public OptionalInt next() throws IOException {
    int key = terminal.reader().read();
    return key == END_OF_FILE || key == END_OF_TRANSMISSION
        ? OptionalInt.empty()
        : OptionalInt.of(key);
  }

  @Override
  public void forgetTyped() throws IOException {
    int key;
    do {
      key = terminal.reader().read(BRIEFLY);
    } while (key >= 0);
  }

  @Override
  public int columns() {
    return terminal.getWidth();
  }

  @Override
  public void close() {
    restore();
    try {
      Runtime.getRuntime().removeShutdownHook(atTheEnd);
      terminal.close();
    } catch (IllegalStateException e) {
      // The process ends already, and restores the terminal once more.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void restore() {
    terminal.setAttributes(before);
  }
}
