package io.kirolinter.agents.report;

import java.util.regex.Pattern;

/** The few marks of Markdown that the pages of rules use. */
final class Markdown {

  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +");
  private static final Pattern FENCE = Pattern.compile("(?m)^```.*\\R?");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

  private Markdown() {}

  /** {@return the text for those who do not know Markdown} */
  static String withoutMarks(String page) {
    String withoutFences = FENCE.matcher(page).replaceAll("");
    String withoutHeadings = HEADING.matcher(withoutFences).replaceAll("");
    return CODE.matcher(withoutHeadings).replaceAll("$1").strip();
  }
}
