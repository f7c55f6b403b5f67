package io.kirolinter.agents.fix.file;

import io.kirolinter.core.source.TextEdit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Nothing but the intended places means something else: every node that does not touch an edit is
 * there before and after, of the same kind and in the place that the edits move it to.
 */
final class IntendedNodesGate implements FileGate {

  /**
   * An edit in the coordinates of one side, with the white space around it: a node that loses its
   * last word ends before that space from then on.
   *
   * @param shiftBehind how far it and all edits before it move what follows
   */
  private record Region(int start, int end, int shiftBehind) {

    static Region around(String text, int start, int end, int shiftBehind) {
      int from = start;
      while (from > 0 && Character.isWhitespace(text.charAt(from - 1))) {
        from--;
      }
      int to = end;
      while (to < text.length() && Character.isWhitespace(text.charAt(to))) {
        to++;
      }
      return new Region(from, to, shiftBehind);
    }
  }

  @Override
  public String name() {
    return "only intended nodes";
  }

  @Override
  public Optional<String> objection(Attempt attempt) {
    List<Region> edited = new ArrayList<>();
    List<Region> written = new ArrayList<>();
    String before = attempt.before().chain().text();
    String after = attempt.after().chain().text();
    int shift = 0;
    for (TextEdit edit : attempt.edits()) {
      int start = edit.start() + shift;
      shift += edit.growth();
      edited.add(Region.around(before, edit.start(), edit.end(), shift));
      written.add(Region.around(after, start, edit.end() + shift, 0));
    }
    long[] expected = outside(attempt.before().nodes(), edited);
    long[] found = outside(attempt.after().nodes(), written);
    int difference = Arrays.mismatch(expected, found);
    return difference < 0 ? Optional.empty() : Optional.of(text(attempt, expected, difference));
  }

  /** {@return the nodes that touch no region, moved, and sorted} */
  private static long[] outside(long[] nodes, List<Region> regions) {
    long[] outside = new long[nodes.length];
    int count = 0;
    for (long node : nodes) {
      int next = firstEndingAtOrBehind(Nodes.start(node), regions);
      boolean touched = next < regions.size() && regions.get(next).start() <= Nodes.end(node);
      if (!touched) {
        int shift = next == 0 ? 0 : regions.get(next - 1).shiftBehind();
        outside[count++] = Nodes.shifted(node, shift);
      }
    }
    long[] sorted = Arrays.copyOf(outside, count);
    Arrays.sort(sorted);
    return sorted;
  }

  private static int firstEndingAtOrBehind(int offset, List<Region> regions) {
    int low = 0;
    int high = regions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (regions.get(middle).end() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static String text(Attempt attempt, long[] expected, int difference) {
    if (difference >= expected.length) {
      return "code outside of the edits has changed its meaning";
    }
    int offset =
        Math.min(Nodes.start(expected[difference]), attempt.after().chain().text().length());
    return "code outside of the edits has changed its meaning, around line "
        + attempt.after().tree().lines().lineOf(offset);
  }
}
