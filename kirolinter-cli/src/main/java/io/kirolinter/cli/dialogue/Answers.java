package io.kirolinter.cli.dialogue;

import java.util.Optional;

/** Where answers come from, one after the other. Whoever takes it closes it. */
public sealed interface Answers extends AutoCloseable permits FileAnswers, TypedAnswers {

  /**
   * {@return the next answer, stripped and in lower case; empty if there is no other}
   *
   * @param question shown in front of it
   * @throws java.io.UncheckedIOException if answers cannot be read any more
   */
  Optional<String> next(String question);

  /**
   * {@return the next line, as it is; empty if there is no other}
   *
   * @param question shown in front of it
   * @throws java.io.UncheckedIOException if answers cannot be read any more
   */
  Optional<String> line(String question);

  /**
   * Forgets what was typed before the question that comes next.
   *
   * @throws java.io.UncheckedIOException if answers cannot be read any more
   */
  void forgetTyped();

  /** {@return how questions are wrapped for whoever answers} */
  Wrapping wrapping();

  @Override
  void close();
}
