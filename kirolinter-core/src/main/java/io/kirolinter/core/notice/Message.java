package io.kirolinter.core.notice;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.finding.Finding;
import java.util.List;

/**
 * What people are told.
 *
 * @param id derived from the run, so that a repeated sending can be recognised; fit for a file name
 * @param thread the same for all messages on one subject, such as a repository, so that a channel
 *     which can keeps them together; empty for none
 * @param title one line
 * @param body Markdown
 * @param findings what the message is about, for channels that machines read; the body names the
 *     worst of them
 */
public record Message(String id, String thread, String title, String body, List<Finding> findings) {

  public Message {
    requireNonNull(thread, "thread");
    requireNonNull(title, "title");
    requireNonNull(body, "body");
    findings = List.copyOf(findings);
    if (!id.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException(
          "message id must be fit for a file name, was '" + id + "'");
    }
  }

  /** A message of its own, about nothing in particular. */
  public Message(String id, String title, String body) {
    this(id, "", title, body, List.of());
  }
}
