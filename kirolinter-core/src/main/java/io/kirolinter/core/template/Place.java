package io.kirolinter.core.template;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;

/**
 * Where something stands in a file.
 *
 * @param file how people know the file
 * @param line from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) {

  /** {@return the error that says what is wrong here} */
  public InvalidRequestException wrong(String found, String expected, String remedy) {
    return new InvalidRequestException(
        ErrorMessage.cannot("read", "settings", file)
            .found("line %d, column %d: %s".formatted(line, column, found))
            .expected(expected)
            .remedy(remedy));
  }
}
