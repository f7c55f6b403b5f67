package io.kirolinter.core.display;

import com.google.common.html.HtmlEscapers;
import java.util.Locale;

/**
 * HTML in the making. All values are escaped and made visible, so that nothing of what was analysed
 * can become part of the page. For one thread.
 */
public final class Html {

  /** HTML that was made by this class, or is trusted as if it were. */
  public record Made(String html) {}

  private final StringBuilder out = new StringBuilder();

  /**
   * Adds HTML.
   *
   * @param template with {@code %s} for values and {@code %,d} for whole numbers
   * @param values texts, which are escaped; {@link Made} parts, which are not; and numbers
   */
  public Html add(String template, Object... values) {
    Object[] safe = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      safe[i] = safe(values[i]);
    }
    out.append(String.format(Locale.ROOT, template, safe));
    return this;
  }

  /** Adds all that another one has so far. */
  public Html add(Html other) {
    out.append(other.out);
    return this;
  }

  /** {@return what was made so far, to be added elsewhere as it is} */
  public Made made() {
    return new Made(out.toString());
  }

  @Override
  public String toString() {
    return out.toString();
  }

  /** {@return the text as it may stand between tags, and in an attribute between quotes} */
  public static String escaped(String text) {
    return HtmlEscapers.htmlEscaper().escape(VisibleText.of(text));
  }

  private static Object safe(Object value) {
    if (value instanceof Made made) {
      return made.html();
    }
    return value instanceof Number ? value : escaped(value.toString());
  }
}
