package io.kirolinter.core.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;

class WaitingThreadsTest {

  @Test
  void areVirtualWhereTheJdkHasThemAndKeepNoProcessAlive() throws Exception {
    ExecutorService threads = WaitingThreads.named("waiting");
    try {
      Thread thread = threads.submit(Thread::currentThread).get();

      assertThat(thread.getName()).isEqualTo("waiting");
      assertThat(thread.isDaemon()).isTrue();
      assertThat(isVirtual(thread)).isEqualTo(Runtime.version().feature() >= 21);
    } finally {
      threads.shutdown();
    }
  }

  private static boolean isVirtual(Thread thread) throws ReflectiveOperationException {
    return Runtime.version().feature() >= 21
        && (boolean) Thread.class.getMethod("isVirtual").invoke(thread);
  }
}
