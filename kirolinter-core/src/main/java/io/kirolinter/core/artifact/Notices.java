package io.kirolinter.core.artifact;

import java.util.List;

/** The messages that a run sent. */
public record Notices(List<Notice> sent) implements Artifact {

  /**
   * One message on one channel.
   *
   * @param id derived from the run and the channel, so that a repeated sending is recognised
   * @param channel such as {@code console} or {@code file}
   * @param destination where it went, without secrets
   */
  public record Notice(String id, String channel, String destination, String text) {}

  public Notices {
    sent = List.copyOf(sent);
  }
}
