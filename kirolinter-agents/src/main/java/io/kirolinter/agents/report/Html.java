package io.kirolinter.agents.report;

import java.util.Locale;

/**
 * HTML in the making. All values are escaped and made visible, so that nothing of what is analysed
 * can become part of the page.
 */
final class Html {

  /** HTML that this package made itself. */
  record Made(String html) {}

  private final StringBuilder out = new StringBuilder();

  /**
   * Adds HTML.
   *
   * @param template with {@code %s} for values and {@code %,d} for whole numbers
   * @param values texts, which are escaped; {@link Made} parts, which are not; and numbers
   */
  Html add(String template, Object... values) {
    Object[] safe = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      safe[i] = safe(values[i]);
    }
    out.append(String.format(Locale.ROOT, template, safe));
    return this;
  }

  Made made() {
    return new Made(out.toString());
  }

  @Override
  public String toString() {
    return out.toString();
  }

  static String escaped(String text) {
    String visible = VisibleText.of(text);
    StringBuilder escaped = new StringBuilder(visible.length() + 16);
    for (int i = 0; i < visible.length(); i++) {
      append(escaped, visible.charAt(i));
    }
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, char c) {
    switch (c) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      default -> escaped.append(c);
    }
  }

  private static Object safe(Object value) {
    if (value instanceof Made made) {
      return made.html();
    }
    return value instanceof Number ? value : escaped(value.toString());
  }
}
