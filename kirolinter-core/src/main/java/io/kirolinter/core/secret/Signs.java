package io.kirolinter.core.secret;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds all signs of all shapes in one pass over a text, whatever their number: the automaton of
 * Aho and Corasick. Capitals count as small letters.
 */
final class Signs {

  /**
   * A sign of a shape.
   *
   * @param shape its number
   */
  record Sign(int shape, int length) {}

  private final int[] classOf = new int[128];
  private final int classes;
  private int[] next;
  private final boolean[] ends;
  private final List<List<Sign>> signs = new ArrayList<>();

  /** Knows the signs of the shapes, which count from 0. */
  Signs(List<? extends SecretShape> shapes) {
    int known = 0;
    String characters = characters(shapes);
    for (int i = 0; i < characters.length(); i++) {
      classOf[characters.charAt(i)] = ++known;
      classOf[Character.toUpperCase(characters.charAt(i))] = known;
    }
    classes = known + 1;
    next = new int[0];
    addState();
    for (int i = 0; i < shapes.size(); i++) {
      for (String sign : shapes.get(i).signs()) {
        add(sign, i);
      }
    }
    link();
    ends = new boolean[signs.size()];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = !signs.get(i).isEmpty();
    }
  }

  /** {@return the state after one more character; before the first it is 0} */
  int step(int state, char c) {
    return c < 128 ? next[state * classes + classOf[c]] : 0;
  }

  /** {@return whether any sign ends where this state was reached; hardly ever} */
  boolean anyIn(int state) {
    return state != 0 && ends[state];
  }

  /** {@return the signs that end where this state was reached} */
  List<Sign> in(int state) {
    return signs.get(state);
  }

  private static String characters(List<? extends SecretShape> shapes) {
    StringBuilder all = new StringBuilder();
    shapes.forEach(shape -> shape.signs().forEach(all::append));
    StringBuilder each = new StringBuilder();
    all.chars().distinct().forEach(c -> each.append((char) c));
    return each.toString();
  }

  private int addState() {
    int state = signs.size();
    signs.add(new ArrayList<>());
    if (next.length < (state + 1) * classes) {
      next = Arrays.copyOf(next, (2 * state + 64) * classes);
    }
    return state;
  }

  private void add(String sign, int shape) {
    int state = 0;
    for (int i = 0; i < sign.length(); i++) {
      int at = state * classes + classOf[sign.charAt(i)];
      if (next[at] == 0) {
        int added = addState(); // may replace the array
        next[at] = added;
      }
      state = next[at];
    }
    signs.get(state).add(new Sign(shape, sign.length()));
  }

  /** Breadth first: where no sign goes on, the longest one goes on that ends with the same text. */
  private void link() {
    int[] fallback = new int[signs.size()];
    Deque<Integer> open = new ArrayDeque<>(List.of(0));
    while (!open.isEmpty()) {
      int state = open.remove();
      for (int c = 1; c < classes; c++) {
        int at = state * classes + c;
        int instead = state == 0 ? 0 : next[fallback[state] * classes + c];
        if (next[at] == 0) {
          next[at] = instead;
        } else {
          fallback[next[at]] = instead;
          signs.get(next[at]).addAll(signs.get(instead));
          open.add(next[at]);
        }
      }
    }
  }
}
