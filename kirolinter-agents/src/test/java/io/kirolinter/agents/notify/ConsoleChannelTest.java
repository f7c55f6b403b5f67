package io.kirolinter.agents.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.notice.Message;
import java.io.IOException;
import java.io.Writer;
import org.junit.jupiter.api.Test;

class ConsoleChannelTest {

  private static final Message MESSAGE = new Message("run-notice", "Title", "- one\n- two\n");

  @Test
  void writesTitleAndBodyAndSaysWhere() {
    StringBuilder console = new StringBuilder();

    String destination = ConsoleChannel.to(console).send(MESSAGE);

    assertThat(console).hasToString("Title\n- one\n- two\n\n");
    assertThat(destination).isEqualTo("console");
    assertThat(ConsoleChannel.to(console).name()).isEqualTo("console");
  }

  @Test
  void namesTheNoticeThatAClosedConsoleDidNotTake() {
    assertThatThrownBy(() -> ConsoleChannel.to(closed()).send(MESSAGE))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "Cannot write notice 'run-notice': java.io.IOException: closed; expected a console"
                + " that can be written to. Choose another channel.");
  }

  private static Writer closed() {
    return new Writer() {
      @Override
      public void write(char[] chars, int offset, int length) throws IOException {
        throw new IOException("closed");
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
