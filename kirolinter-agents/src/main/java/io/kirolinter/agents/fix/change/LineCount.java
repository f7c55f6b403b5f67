package io.kirolinter.agents.fix.change;

import com.github.difflib.DiffUtils;
import java.util.List;

/** Counts lines that differ. */
public final class LineCount {

  private LineCount() {}

  /** {@return how many lines are removed and added from one text to the other} */
  public static int between(String before, String after) {
    return DiffUtils.diff(lines(before), lines(after)).getDeltas().stream()
        .mapToInt(delta -> delta.getSource().size() + delta.getTarget().size())
        .sum();
  }

  private static List<String> lines(String text) {
    return List.of(text.split("(?<=\n)"));
  }
}
