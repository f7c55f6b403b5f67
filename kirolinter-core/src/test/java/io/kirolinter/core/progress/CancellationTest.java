package io.kirolinter.core.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CancellationTest {

  @Test
  void letsWorkGoOnUntilItIsRequested() {
    Cancellation cancellation = Cancellation.create();

    assertThat(cancellation.isRequested()).isFalse();
    assertThatCode(cancellation::throwIfRequested).doesNotThrowAnyException();
  }

  @Test
  void staysRequestedOnceItIs() throws Exception {
    Cancellation cancellation = Cancellation.create();
    Thread other = new Thread(cancellation::request);
    other.start();
    other.join();
    cancellation.request();

    assertThat(cancellation.isRequested()).isTrue();
    assertThatThrownBy(cancellation::throwIfRequested).isInstanceOf(CancellationException.class);
  }

  @Test
  void aProgressThatNobodyLooksAtTakesEverything() {
    assertThatCode(() -> Progress.none().update("files", 3, 0)).doesNotThrowAnyException();
  }
}
