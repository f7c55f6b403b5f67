package io.kirolinter.agents.outcome;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.kirolinter.core.experience.TextMark;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The change of a text that is nearest to one of its lines.
 *
 * @param removed the lines that went
 * @param added the lines that came in their place
 * @param around the lines that came, with the one before and behind
 */
public record ChangedText(List<String> removed, List<String> added, List<String> around) {

  public ChangedText {
    removed = List.copyOf(removed);
    added = List.copyOf(added);
    around = List.copyOf(around);
  }

  /**
   * {@return the change; empty if nothing has changed}
   *
   * @param line of the text before, from 1
   */
  public static Optional<ChangedText> nearest(String before, String after, int line) {
    List<String> lines = after.lines().toList();
    return DiffUtils.diff(before.lines().toList(), lines).getDeltas().stream()
        .min(Comparator.comparingInt(delta -> distance(delta, line - 1)))
        .map(
            delta ->
                new ChangedText(
                    delta.getSource().getLines(),
                    delta.getTarget().getLines(),
                    around(lines, delta)));
  }

  /** {@return by what the change is recognised; empty if nothing is left of the text} */
  public Optional<TextMark> mark() {
    return around.isEmpty() ? Optional.empty() : Optional.of(TextMark.of(around));
  }

  private static int distance(AbstractDelta<String> delta, int line) {
    int first = delta.getSource().getPosition();
    int last = first + Math.max(0, delta.getSource().size() - 1);
    return line < first ? first - line : Math.max(0, line - last);
  }

  private static List<String> around(List<String> after, AbstractDelta<String> delta) {
    int from = Math.max(0, delta.getTarget().getPosition() - 1);
    int to = Math.min(after.size(), delta.getTarget().getPosition() + delta.getTarget().size() + 1);
    return after.subList(from, Math.max(from, to));
  }
}
