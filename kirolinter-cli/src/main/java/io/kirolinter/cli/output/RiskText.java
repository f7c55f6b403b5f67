package io.kirolinter.cli.output;

import io.kirolinter.core.artifact.RiskRanking;
import io.kirolinter.core.artifact.RiskRanking.RiskyFile;
import io.kirolinter.core.notice.Counted;
import java.util.stream.Collectors;

/** The text of a risk ranking. */
public final class RiskText {

  private static final int MOST_SHOWN = 20;

  private RiskText() {}

  public static String of(RiskRanking ranking) {
    if (ranking.files().isEmpty()) {
      return "No history to predict from.%n".formatted();
    }
    String files =
        ranking.files().stream()
            .limit(MOST_SHOWN)
            .map(RiskText::line)
            .collect(Collectors.joining());
    return files + "From %s.%n".formatted(Counted.of(ranking.commitsRead(), "commit"));
  }

  private static String line(RiskyFile file) {
    return "%s%n    %s%n    %s%n"
        .formatted(file.path(), String.join("; ", file.reasons()), file.action());
  }
}
