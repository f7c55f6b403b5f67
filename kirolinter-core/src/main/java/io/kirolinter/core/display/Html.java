package io.kirolinter.analytics.dashboard;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * HTML in the making. All values are escaped, so that nothing of what was analysed can become part
 * of the page.
 */
final class Html {

  /** HTML that this package made itself. */
  record Made(String html) {}

  /** Characters that hide, or turn the direction of text around. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}&&[^\\n\\t]]");

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

  Html add(Html other) {
    out.append(other.out);
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
    return UNSEEN
        .matcher(text)
        .replaceAll("\uFFFD")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static Object safe(Object value) {
    if (value instanceof Made made) {
      return made.html();
    }
    return value instanceof Number ? value : escaped(value.toString());
  }
}
