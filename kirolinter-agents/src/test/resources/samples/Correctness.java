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

  static class AbsOfHashCode {
    int bucket(Object key, int buckets) {
      return Math.abs(key.hashCode()) % buckets;
    }
  }

  static class ArrayObjectMethod {
    String show(int[] numbers) {
      return "numbers: " + numbers.toString();
    }
  }

  static class BoxedComparison {
    boolean same(Integer one, Integer other) {
      return one == other;
    }
  }

  static class CaseWithoutLocale {
    boolean isTitle(String tag) {
      return tag.toLowerCase().equals("title");
    }
  }

  static class DefaultCharset {
    byte[] bytes(String text) {
      return text.getBytes();
    }
  }

  static class DoubleCheckedLocking {
    private Object all;

    Object all() {
      if (all == null) {
        synchronized (this) {
          if (all == null) {
            all = new Object();
          }
        }
      }
      return all;
    }
  }

  static class DuplicateCondition {
    int days(String unit) {
      if (unit.equals("week")) {
        return 7;
      } else if (unit.equals("week")) {
        return 30;
      }
      return 1;
    }
  }

  static class EqualsNull {
    boolean isMissing(String name) {
      return name.equals(null);
    }
  }

  static class FormatArguments {
    String place(String file, int line) {
      return String.format("%s:%d:%d", file, line);
    }
  }

  static class IgnoredResult {
    String key(String given) {
      String key = given;
      key.trim();
      return key;
    }
  }

  static class InvalidRegex {
    String[] parts(String line) {
      return line.split("*");
    }
  }

  static class LostCause {
    int port(String text) {
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("no port: " + e.getMessage());
      }
    }
  }

  static class MisusedDatePattern {
    Object day() {
      return new java.text.SimpleDateFormat("YYYY-MM-dd");
    }
  }

  static class NullForOptional {
    java.util.Optional<String> name(String given) {
      if (given.isEmpty()) {
        return null;
      }
      return java.util.Optional.of(given);
    }
  }

  static class UnescapedRegex {
    String[] parts(String version) {
      return version.split(".");
    }
  }
}
