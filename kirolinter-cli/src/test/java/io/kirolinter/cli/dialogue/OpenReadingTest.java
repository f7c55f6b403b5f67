package io.kirolinter.cli.dialogue;

import static com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What becomes of a question when its terminal, or the process, goes. */
class OpenReadingTest {

  private final OpenReading reading = new OpenReading();

  @Test
  void nobodyIsAskedBeforeTheFirstQuestionAndAfterAnAnswer() throws Exception {
    assertThat(reading.end()).isFalse();
    assertThat(reading.orElse("later", () -> "yes")).isEqualTo("yes");
    assertThat(reading.end()).isFalse();
  }

  @Test
  void aQuestionThatIsEndedWhileItIsAskedStaysOpen() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    CompletableFuture<Boolean> ended = new CompletableFuture<>();
    Thread ending =
        new Thread(
            () -> {
              awaitUninterruptibly(asked);
              ended.complete(reading.end());
            });
    ending.start();

    String answer =
        reading.orElse(
            "later",
            () -> {
              asked.countDown();
              never.await();
              return "yes";
            });

    never.countDown();
    assertThat(answer).isEqualTo("later");
    assertThat(ended.join()).isTrue();
  }

  @Test
  void aQuestionWhoseInputEndedJustBeforeTheProcessStaysOpenToo() throws Exception {
    assertThat(reading.orElse("later", () -> "later")).isEqualTo("later");
    assertThat(reading.end()).isTrue();
    assertThat(reading.orElse("later", OpenReadingTest::hungUp)).isEqualTo("later");
    assertThat(reading.end()).isTrue();
    assertThat(reading.orElse("later", () -> "yes")).isEqualTo("yes");
    assertThat(reading.end()).isFalse();
  }

  @Test
  void anyOtherTroubleIsTold() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                reading.orElse(
                    "later",
                    () -> {
                      throw new IllegalArgumentException("wrong");
                    }))
        .withMessage("wrong");
  }

  private static String hungUp() {
    throw new UncheckedIOException(new IOException("gone"));
  }
}
