package io.kirolinter.agents.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DeepStackTest {

  @Test
  void runsTheWorkOnAllThreadsAtOnceAndWaitsForThem() {
    CyclicBarrier allAtOnce = new CyclicBarrier(3);
    AtomicInteger ended = new AtomicInteger();
    DeepStack.runOnThreads(
        3,
        () -> {
          await(allAtOnce);
          ended.incrementAndGet();
        });
    assertThat(ended).hasValue(3);
  }

  @Test
  void holdsMoreCallsThanAnOrdinaryStack() {
    AtomicInteger depth = new AtomicInteger();
    DeepStack.runOnThreads(1, () -> depth.set(descend(200_000)));
    assertThat(depth).hasValue(200_000);
  }

  @Test
  void throwsWhatTheWorkThrows() {
    assertThatThrownBy(() -> DeepStack.runOnThreads(2, DeepStackTest::fail))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("on purpose");
    assertThatThrownBy(() -> DeepStack.runOnThreads(1, DeepStackTest::failHard))
        .isInstanceOf(StackOverflowError.class);
  }

  @Test
  void endsWhenItsCallerIsInterruptedAndInterruptsTheWork() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                DeepStack.runOnThreads(1, () -> waitForInterrupt(started, interrupted));
              } catch (CancellationException e) {
                thrown.set(e);
              }
            });
    caller.start();
    started.await();
    caller.interrupt();
    caller.join();
    assertThat(thrown.get()).hasMessageContaining("interrupted");
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
  }

  private static void waitForInterrupt(CountDownLatch started, CountDownLatch interrupted) {
    started.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      interrupted.countDown();
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new AssertionError("the threads do not run at once", e);
    }
  }

  private static int descend(int levels) {
    return levels == 0 ? 0 : 1 + descend(levels - 1);
  }

  private static void fail() {
    throw new IllegalArgumentException("on purpose");
  }

  private static void failHard() {
    throw new StackOverflowError();
  }
}
