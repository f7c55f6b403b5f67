package samples;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** Breaks every rule about correctness at least once. */
class Correctness {
  private static final int ANSWER = 010;
  private int size;
  private boolean ready;
  private String name;
  private double share;

  @Override
  public boolean equals(Object other) {
    return other instanceof Correctness that && that.size == size;
  }

  void assign(int sise, boolean done) {
    this.size = size;
    if (ready = true) {
      size = sise;
    }
    while (ready = done) {
      break;
    }
    do {
      size++;
    } while (ready = false);
  }

  boolean compare(String other, int a, int b) {
    if (share == Double.NaN || Float.NaN != share || share < Double.NaN) {
      return name == "x" || "y" != name || name == other;
    }
    boolean same = a == a && b >= b && name.equals(name) && Objects.equals(other, other);
    return same && (a > b || b > a || a > b) && (a - a) / b == 0;
  }

  int branch(int a, int b) {
    if (a > b) {
      size = a;
    } else {
      size = a;
    }
    return a > b ? size : (size);
  }

  int leave(List<String> all) {
    out:
    for (String one : all) {
      try {
        size = Integer.parseInt(one);
      } catch (NumberFormatException e) {
      } finally {
        inner:
        for (int i = 0; i < 3; i++) {
          if (i == 1) continue inner;
          if (i == 2) break out;
        }
        if (one.isEmpty()) return 1;
        throw new IllegalStateException(one);
      }
    }
    return 0;
  }

  String build(char c) {
    new IllegalArgumentException("dropped");
    StringBuilder text = new StringBuilder('c');
    StringBuffer buffer = new StringBuffer(c);
    return text.append(buffer).append(new BigDecimal(0.1)).append(new BigDecimal(-0.1d)).toString();
  }

  int again(int a, String b) {
    return again(a, b);
  }
}
