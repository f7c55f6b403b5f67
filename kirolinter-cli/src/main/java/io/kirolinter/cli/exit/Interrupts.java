package io.kirolinter.cli.exit;

import io.kirolinter.cli.dialogue.RunDialogue;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.run.Run;
import io.kirolinter.workflow.coordinator.RunHandle;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends a run in good order when a person interrupts the process. */
public final class Interrupts {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Interrupts() {}

  /**
   * {@return the run at its end; if the process is interrupted before, the run is cancelled, unless
   * a person is being asked: then it waits with the question}
   *
   * @param dialogue with the person of the run; closed with it
   * @param err where it is said how the run goes on
   */
  public static Run await(RunHandle handle, Optional<RunDialogue> dialogue, PrintWriter err)
      throws InterruptedException {
    Thread hook = new Thread(() -> end(handle, dialogue, err), "kirolinter-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return handle.await();
    } finally {
      dialogue.ifPresent(RunDialogue::close);
      forget(hook);
    }
  }

  /**
   * {@return what the work comes to; if the process is interrupted before, it is cancelled, and has
   * a moment to end in good order}
   *
   * @param cancellation that the work looks at
   */
  public static <T> T during(Cancellation cancellation, Callable<T> work) throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook = new Thread(() -> cancel(cancellation, ended), "kirolinter-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.call();
    } finally {
      ended.countDown();
      forget(hook);
    }
  }

  private static void cancel(Cancellation cancellation, CountDownLatch ended) {
    cancellation.request();
    try {
      if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return; // the process ends all the same; what is written can be taken back
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process ends already, and the hook finds nothing to do.
    }
  }

  private static void end(RunHandle handle, Optional<RunDialogue> dialogue, PrintWriter err) {
    boolean isAsking = dialogue.map(RunDialogue::leave).orElse(false);
    if (isAsking) {
      err.printf("%nThe run waits for the answer: kirolinter agent resume %s%n", handle.id());
      err.flush();
    } else {
      handle.cancel();
    }
    try {
      handle.await(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
