package io.kirolinter.analytics.workflow;

import java.util.Arrays;

/** Numbers in the order in which they were added; a hundred thousand take less than a megabyte. */
final class LongList {

  private long[] values = new long[16];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  void addAll(LongList others) {
    int sum = size + others.size;
    if (sum > values.length) {
      values = Arrays.copyOf(values, sum);
    }
    System.arraycopy(others.values, 0, values, size, others.size);
    size = sum;
  }

  int size() {
    return size;
  }

  long get(int index) {
    return values[index];
  }

  long[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
