package io.kirolinter.agents.integrate;

/** Words for commits and pull requests. */
final class Wording {

  private Wording() {}

  /** {@return the text in one line, so that no file name can forge a line of its own} */
  static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  /** {@return the text in one line that Markdown shows as it is} */
  static String markdown(String text) {
    return line(text).replaceAll("([\\\\`*_<>|#\\[\\]~])", "\\\\$1").replace("@", "@\u200b");
  }

  /** {@return the text in one line, as Markdown code} */
  static String code(String text) {
    String plain = line(text).replace("|", "\\|");
    return plain.contains("`") ? "`` " + plain + " ``" : "`" + plain + "`";
  }
}
