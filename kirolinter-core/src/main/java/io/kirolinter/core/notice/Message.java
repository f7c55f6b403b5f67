package io.kirolinter.core.notice;

import static java.util.Objects.requireNonNull;

/**
 * What people are told.
 *
 * @param id derived from the run, so that a repeated sending can be recognised; fit for a file name
 * @param title one line
 * @param body Markdown
 */
public record Message(String id, String title, String body) {

  public Message {
    requireNonNull(title, "title");
    requireNonNull(body, "body");
    if (!id.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException(
          "message id must be fit for a file name, was '" + id + "'");
    }
  }
}
