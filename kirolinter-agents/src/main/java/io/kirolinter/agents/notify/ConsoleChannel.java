package io.kirolinter.agents.notify;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.notice.Channel;
import io.kirolinter.core.notice.Message;
import java.io.IOException;

/** Writes messages to the console of whoever started the run. */
public final class ConsoleChannel implements Channel {

  private final Appendable console;

  /** {@return a channel to a stream, such as that of error messages} */
  public static ConsoleChannel to(Appendable console) {
    return new ConsoleChannel(console);
  }

  private ConsoleChannel(Appendable console) {
    this.console = console;
  }

  @Override
  public String name() {
    return "console";
  }

  @Override
  public String send(Message message) {
    try {
      synchronized (console) {
        console.append(message.title()).append('\n').append(message.body()).append('\n');
      }
      return "console";
    } catch (IOException e) {
      throw new StoreException(
          ErrorMessage.cannot("write", "notice", message.id())
              .found(String.valueOf(e))
              .expected("a console that can be written to")
              .remedy("Choose another channel."),
          e);
    }
  }
}
