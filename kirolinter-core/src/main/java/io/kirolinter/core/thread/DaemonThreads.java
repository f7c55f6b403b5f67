package io.kirolinter.core.thread;

/** Makes threads that keep no process alive. */
public final class DaemonThreads {

  private DaemonThreads() {}

  /** {@return a thread that is not started yet} */
  public static Thread unstarted(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
