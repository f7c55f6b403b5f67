package io.kirolinter.cli.output;

import io.kirolinter.core.artifact.RiskRanking;
import io.kirolinter.core.artifact.RiskRanking.RiskyFile;
import io.kirolinter.core.notice.Counted;
import java.util.Locale;
import java.util.stream.Collectors;

/** The text of a risk ranking, in the order in which it is. */
public final class RiskText {

  private static final int MOST_SHOWN = 20;

  private RiskText() {}

  /**
   * {@return the text}
   *
   * @param told what the step says of itself: where there is no ranking, why
   */
  public static String of(RiskRanking ranking, String told) {
    if (ranking.files().isEmpty()) {
      return "Nothing is predicted: %s.%n".formatted(told);
    }
    String files =
        ranking.files().stream()
            .limit(MOST_SHOWN)
            .map(RiskText::line)
            .collect(Collectors.joining());
    return files + "From %s.%n".formatted(Counted.of(ranking.commitsRead(), "commit"));
  }

  private static String line(RiskyFile file) {
    return "%s%n%s    %s%n    %s%n"
        .formatted(file.path(), chance(file), String.join("; ", file.reasons()), file.action());
  }

  private static String chance(RiskyFile file) {
    if (file.probability().isEmpty()) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "    %.0f %% chance of a fix in the next half-year; %s%n",
        100 * file.probability().getAsDouble(),
        Counted.of(file.lines(), "line"));
  }
}
