package io.kirolinter.core.notice;

import java.util.Locale;

/** Numbers with the word for what is counted. */
public final class Counted {

  private Counted() {}

  /** {@return such as {@code 1 file} or {@code 1,204 files}: the plural adds an s} */
  public static String of(long count, String one) {
    return of(count, one, one + "s");
  }

  /** {@return such as {@code 1 fix} or {@code 12 fixes}} */
  public static String of(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }
}
