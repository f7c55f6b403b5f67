package io.kirolinter.cli.environment;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/** Gives single keys, without a line end after each, where there is a terminal that can. */
@FunctionalInterface
public interface Keyboard {

  /** Keys as they are typed. Closing it leaves the terminal as it was. */
  interface Keys extends AutoCloseable {

    /**
     * {@return the next char that is typed; empty if there will be none}
     *
     * @throws IOException if the terminal is gone
     */
    OptionalInt next() throws IOException;

    /**
     * Forgets what was typed already: a key that was hit twice is no answer to the next question.
     *
     * @throws IOException if the terminal is gone
     */
    void forgetTyped() throws IOException;

    /** {@return how many columns the terminal has now; 0 if it does not tell} */
    int columns();

    @Override
    void close();
  }

  /** {@return the keys; empty if single keys cannot be had, so that lines must do} */
  Optional<Keys> open();

  /** {@return a keyboard that gives no single keys} */
  static Keyboard none() {
    return Optional::empty;
  }

  /** {@return that of the terminal which this process was started from} */
  static Keyboard ofProcess() {
    return TerminalKeys::open;
  }
}
