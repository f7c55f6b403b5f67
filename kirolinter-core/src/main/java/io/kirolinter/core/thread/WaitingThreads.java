package io.kirolinter.core.thread;

import java.lang.reflect.Method;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * Threads that mostly wait, as that of a run does for its steps and for other runs: virtual ones
 * where the JDK has them (21 and newer), so that a thousand waiting runs cost next to nothing; else
 * daemon threads of the platform.
 */
public final class WaitingThreads {

  private WaitingThreads() {}

  /** {@return an executor with a thread for each task, none of which keeps the process alive} */
  public static ExecutorService named(String name) {
    try {
      return virtual(name);
    } catch (ReflectiveOperationException e) {
      return Executors.newCachedThreadPool(task -> DaemonThreads.unstarted(task, name));
    }
  }

  /** By reflection, as this is compiled for a JDK that does not have them. */
  private static ExecutorService virtual(String name) throws ReflectiveOperationException {
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    Class<?> type = Class.forName("java.lang.Thread$Builder");
    Object named = type.getMethod("name", String.class).invoke(builder, name);
    Object factory = type.getMethod("factory").invoke(named);
    Method executor = Executors.class.getMethod("newThreadPerTaskExecutor", ThreadFactory.class);
    return (ExecutorService) executor.invoke(null, factory);
  }
}
