package io.kirolinter.cli.dialogue;

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

  private @Nullable FutureTask<?> open;

  /**
   * {@return what was answered}
   *
   * @param unanswered the answer if the terminal is gone, or the waiting was ended
   * @throws InterruptedException if the calling thread is interrupted
   */
  <T> T orElse(T unanswered, Callable<T> asking) throws InterruptedException {
    FutureTask<T> task = begin(asking);
    try {
      return task.get();
    } catch (CancellationException e) {
      return unanswered;
    } catch (ExecutionException e) {
      return gone(e, unanswered);
    } finally {
      forget(task);
    }
  }

  /** {@return whether somebody was being asked, who is not waited for any more} */
  synchronized boolean end() {
    return open != null && open.cancel(false);
  }

  private synchronized <T> FutureTask<T> begin(Callable<T> asking) {
    FutureTask<T> task = new FutureTask<>(asking);
    open = task;
    Thread reader = new Thread(task, "kirolinter-answer");
    reader.setDaemon(true);
    reader.start();
    return task;
  }

  private synchronized void forget(FutureTask<?> task) {
    if (open == task) {
      open = null;
    }
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
}
