package io.kirolinter.agents.report;

import io.kirolinter.core.display.VisibleText;

/**
 * A line of code around a marked stretch, made harmless to look at, and cut where it is too long.
 *
 * @param before what stands in front of the stretch; begins with {@code …} where it was cut
 * @param marked the stretch; empty if it has no chars
 * @param after what stands behind it; ends with {@code …} where it was cut
 */
public record CodeLine(String before, String marked, String after) {

  private static final String CUT = "…";

  /** The share of a cut line that is left in front of the stretch. */
  private static final int QUARTER = 4;

  /**
   * {@return the line}
   *
   * @param line without its line break
   * @param start the first marked char, from 0; beyond the line it counts as its end
   * @param end the char behind the last marked one
   * @param longest how many chars of the line are shown at most; 8 or more
   */
  public static CodeLine of(String line, int start, int end, int longest) {
    int first = Math.max(0, Math.min(start, line.length()));
    int last = Math.max(first, Math.min(end, line.length()));
    int from = line.length() <= longest ? 0 : beginning(line, first, longest);
    int to = whole(line, Math.min(line.length(), from + longest));
    String before = VisibleText.inOneLine(line.substring(from, first));
    String marked = VisibleText.inOneLine(line.substring(first, Math.min(last, to)));
    String after = VisibleText.inOneLine(line.substring(Math.min(last, to), to));
    return new CodeLine(
        from > 0 ? CUT + before : before, marked, to < line.length() ? after + CUT : after);
  }

  /** {@return the whole line} */
  public String text() {
    return before + marked + after;
  }

  /** As far left as the stretch allows, so that as much as possible of the line is seen. */
  private static int beginning(String line, int first, int longest) {
    int wanted = Math.max(0, first - longest / QUARTER);
    return Math.min(first, whole(line, Math.min(wanted, line.length() - longest)));
  }

  /** {@return the place, or the one before it where it would cut a character into halves} */
  private static int whole(String line, int place) {
    boolean inside =
        place > 0
            && place < line.length()
            && Character.isLowSurrogate(line.charAt(place))
            && Character.isHighSurrogate(line.charAt(place - 1));
    return inside ? place - 1 : place;
  }
}
