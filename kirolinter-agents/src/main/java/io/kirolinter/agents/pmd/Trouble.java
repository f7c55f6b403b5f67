package io.kirolinter.agents.pmd;

import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.source.SourcePath;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what kept PMD from analysing a file. */
final class Trouble {

  /** The only way in which PMD tells the place of a syntax error. */
  private static final Pattern SYNTAX =
      Pattern.compile("(?s).*? at line (\\d+), column \\d+: (.*)");

  private Trouble() {}

  static FileProblem of(SourcePath path, Throwable error) {
    String message = Optional.ofNullable(error.getMessage()).orElse("");
    Matcher syntax = SYNTAX.matcher(message);
    if (syntax.matches()) {
      return new FileProblem(path, lineOf(syntax.group(1)), "pmd: " + firstLine(syntax.group(2)));
    }
    return new FileProblem(path, 0, "pmd: " + reasonOf(error));
  }

  private static int lineOf(String digits) {
    return digits.length() > 9 ? 0 : Integer.parseInt(digits);
  }

  private static String reasonOf(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String reason = firstLine(Optional.ofNullable(root.getMessage()).orElse(""));
    return "broke down: %s %s".formatted(root.getClass().getSimpleName(), reason).strip();
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("").strip();
  }
}
