package io.kirolinter.agents.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.run.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class RetriesTest {

  private static final RetryPolicy POLICY =
      new RetryPolicy(3, Duration.ofMillis(200), Duration.ofSeconds(1));

  private final List<Duration> waits = new ArrayList<>();
  private final Retries retries = Retries.by(POLICY, new Random(7), waits::add);
  private int attempts;

  @Test
  void triesAgainWithGrowingWaitsUntilItIsTaken() {
    assertThat(retries.of(() -> attempts < 2 ? busy(Duration.ZERO) : "taken")).isEqualTo("taken");

    assertThat(waits).hasSize(2);
    assertThat(waits.get(0)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
    assertThat(waits.get(1)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
  }

  @Test
  void givesUpWithTheReasonAfterTheLastAttempt() {
    assertThatThrownBy(() -> retries.of(() -> busy(Duration.ZERO)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("it is busy");
    assertThat(attempts).isEqualTo(3);
  }

  @Test
  void waitsAsLongAsTheServiceAsksFor() {
    retries.of(() -> attempts < 1 ? busy(Duration.ofSeconds(4)) : "taken");

    assertThat(waits).containsExactly(Duration.ofSeconds(4));
  }

  @Test
  void doesNotWaitForAServiceThatWantsTooLong() {
    assertThatThrownBy(() -> retries.of(() -> busy(Duration.ofSeconds(31))))
        .isInstanceOf(StoreException.class);
    assertThat(attempts).isEqualTo(1);
    assertThat(waits).isEmpty();
  }

  @Test
  void triesNothingElseAgain() {
    assertThatThrownBy(
            () ->
                retries.of(
                    () -> {
                      attempts++;
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(attempts).isEqualTo(1);
  }

  @Test
  void stopsWhenTheThreadIsInterrupted() {
    Retries interrupted = Retries.by(POLICY, new Random(7), Pause.sleeping());
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> interrupted.of(() -> busy(Duration.ZERO)))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private String busy(Duration wait) {
    attempts++;
    throw new BusyException(
        new StoreException(ErrorMessage.cannot("reach", "service", "x").found("it is busy")), wait);
  }
}
