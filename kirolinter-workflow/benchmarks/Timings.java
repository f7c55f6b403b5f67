import java.util.Arrays;
import java.util.Locale;

/** How long something took, each time. Safe for use by many threads. */
final class Timings {

  private final String what;
  private long[] nanos = new long[1024];
  private int count;

  Timings(String what) {
    this.what = what;
  }

  synchronized void add(long time) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = time;
  }

  double median() {
    return milliseconds(0.5);
  }

  double p99() {
    return milliseconds(0.99);
  }

  synchronized void print() {
    System.out.printf(
        Locale.ROOT,
        "  %-34s median %8.3f ms   p99 %8.3f ms   max %9.3f ms   (%d)%n",
        what,
        median(),
        p99(),
        milliseconds(1),
        count);
  }

  /** Forgets what was measured so far: it was warming up. */
  synchronized void clear() {
    count = 0;
  }

  private synchronized double milliseconds(double share) {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return count == 0 ? 0 : sorted[(int) Math.min(count - 1, (long) (count * share))] / 1e6;
  }
}
