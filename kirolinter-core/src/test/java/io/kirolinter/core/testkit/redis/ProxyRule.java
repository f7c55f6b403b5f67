package io.kirolinter.core.testkit.redis;

import io.kirolinter.core.testkit.redis.CuttingProxy.Direction;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What a proxy lets pass. Safe for use by many threads. */
final class ProxyRule {

  /** Which connections are cut. */
  enum Cut {
    NONE,
    THIS,
    ALL
  }

  /** How many bytes of a piece pass, and what is cut then. */
  record Verdict(int passing, Cut cut) {}

  enum Kind {
    PASS,
    DELAY,
    HOLD,
    REFUSE,
    CUT_AFTER
  }

  private Kind kind = Kind.PASS;
  private Duration delay = Duration.ZERO;
  private Direction direction = Direction.TO_SERVER;
  private long left;
  private Kind afterwards = Kind.PASS;

  synchronized void pass() {
    change(Kind.PASS);
  }

  synchronized void delay(Duration time) {
    delay = time;
    change(Kind.DELAY);
  }

  synchronized void hold() {
    change(Kind.HOLD);
  }

  synchronized void refuse() {
    change(Kind.REFUSE);
  }

  synchronized void cutAfter(Direction counted, long bytes, Kind then) {
    direction = counted;
    left = bytes;
    afterwards = then;
    change(Kind.CUT_AFTER);
  }

  synchronized boolean isCutToCome() {
    return kind == Kind.CUT_AFTER;
  }

  /** Waits as long as the rule wants it, then {@return what becomes of a piece of this length}. */
  synchronized Verdict on(Direction way, int length) throws InterruptedException {
    await();
    return switch (kind) {
      case REFUSE -> new Verdict(0, Cut.THIS);
      case CUT_AFTER -> count(way, length);
      default -> new Verdict(length, Cut.NONE);
    };
  }

  private void await() throws InterruptedException {
    long end = System.nanoTime() + delay.toNanos();
    while (kind == Kind.HOLD || (kind == Kind.DELAY && System.nanoTime() < end)) {
      if (kind == Kind.HOLD) {
        wait();
      } else {
        TimeUnit.NANOSECONDS.timedWait(this, Math.max(1_000_000, end - System.nanoTime()));
      }
    }
  }

  private Verdict count(Direction way, int length) {
    if (way != direction) {
      return new Verdict(length, Cut.NONE);
    }
    int passing = (int) Math.min(length, left);
    left -= passing;
    if (left > 0) {
      return new Verdict(passing, Cut.NONE);
    }
    change(afterwards);
    return new Verdict(passing, Cut.ALL);
  }

  private void change(Kind next) {
    kind = next;
    notifyAll();
  }
}
