package io.kirolinter.cli.environment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jline.utils.Signals;

/**
 * Hears when somebody asks this process to stop, by SIGTERM or SIGINT, in place of the JVM, which
 * would end it at once. Where signals cannot be had, it ends at once.
 */
public final class StopRequests implements AutoCloseable {

  private static final List<String> SIGNALS = List.of("TERM", "INT");

  private final Map<String, Object> before;

  private StopRequests(Map<String, Object> before) {
    this.before = before;
  }

  /** Tells of each request from now on; called by a thread of the JVM, which it may keep busy. */
  public static StopRequests to(Runnable hears) {
    Map<String, Object> before = new TreeMap<>();
    for (String signal : SIGNALS) {
      Object handler = Signals.register(signal, hears);
      if (handler != null) {
        before.put(signal, handler);
      }
    }
    return new StopRequests(before);
  }

  /** Lets the JVM end at the next request again. */
  @Override
  public void close() {
    before.forEach(Signals::unregister);
  }
}
