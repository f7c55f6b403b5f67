package io.kirolinter.cli.dialogue;

import io.kirolinter.core.thread.DaemonThreads;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * A person being asked. Reads in a thread of its own, because a read from a terminal cannot be
 * interrupted: the thread that waits for the answer can be, and another one can end the waiting.
 */
final class OpenReading {

  private @Nullable Asked last;

  /**
   * {@return what was answered}
   *
   * @param unanswered the answer if the terminal is gone, or the waiting was ended
   * @throws InterruptedException if the calling thread is interrupted
   */
  <T> T orElse(T unanswered, Callable<T> asking) throws InterruptedException {
    FutureTask<T> task = begin(unanswered, asking);
    try {
      return task.get();
    } catch (CancellationException e) {
      return unanswered;
    } catch (ExecutionException e) {
      return gone(e, unanswered);
    }
  }

  /**
   * {@return whether somebody was being asked, who is not waited for any more, or the last question
   * has got no answer: a terminal that hangs up ends its input, too, and either may come first}
   */
  synchronized boolean end() {
    return last != null && (last.task.cancel(false) || last.isLeft());
  }

  private synchronized <T> FutureTask<T> begin(T unanswered, Callable<T> asking) {
    FutureTask<T> task = new FutureTask<>(asking);
    last = new Asked(task, unanswered);
    DaemonThreads.unstarted(task, "kirolinter-answer").start();
    return task;
  }

  /** A terminal that hung up gives no answer; any other trouble is one of this program. */
  private static <T> T gone(ExecutionException e, T unanswered) {
    if (e.getCause() instanceof UncheckedIOException) {
      return unanswered;
    }
    if (e.getCause() instanceof RuntimeException cause) {
      throw cause;
    }
    throw new IllegalStateException(e.getCause());
  }

  private record Asked(FutureTask<?> task, Object unanswered) {

    /** Whether the question, which is asked no more, got no answer. */
    boolean isLeft() {
      try {
        return unanswered.equals(task.get());
      } catch (CancellationException e) {
        return true;
      } catch (ExecutionException e) {
        return e.getCause() instanceof UncheckedIOException;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
