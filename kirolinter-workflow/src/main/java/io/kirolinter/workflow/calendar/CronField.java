package io.kirolinter.workflow.calendar;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of the five fields of a cron expression: which values it may have, and how it is read. */
enum CronField {
  MINUTE("minute", 0, 59, ImmutableList.of()),
  HOUR("hour", 0, 23, ImmutableList.of()),
  DAY_OF_MONTH("day of the month", 1, 31, ImmutableList.of()),
  MONTH(
      "month",
      1,
      12,
      ImmutableList.of(
          "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
  DAY_OF_WEEK(
      "day of the week", 0, 7, ImmutableList.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

  private static final Pattern ITEM =
      Pattern.compile("(?:\\*|([0-9a-z]+)(?:-([0-9a-z]+))?)(?:/([0-9]+))?");

  private final String label;
  private final int least;
  private final int most;
  private final ImmutableList<String> names;

  CronField(String label, int least, int most, ImmutableList<String> names) {
    this.label = label;
    this.least = least;
    this.most = most;
    this.names = names;
  }

  String label() {
    return label;
  }

  /** {@return what may stand there, for people} */
  String rule() {
    String named =
        names.isEmpty() ? "" : " or %s to %s".formatted(names.get(0), names.get(names.size() - 1));
    return "%d to %d%s, as a list (1,5), a range (1-5), or with steps (*/10)"
        .formatted(least, most, named);
  }

  /** {@return the values that the text stands for, a bit each; empty if it is wrong} */
  Optional<Long> read(String text) {
    long values = 0;
    for (String item : text.toLowerCase(Locale.ROOT).split(",", -1)) {
      Optional<Long> some = item(item);
      if (some.isEmpty()) {
        return Optional.empty();
      }
      values |= some.get();
    }
    return Optional.of(this == DAY_OF_WEEK ? withSundayOnce(values) : values);
  }

  private Optional<Long> item(String text) {
    Matcher matcher = ITEM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String first = matcher.group(1);
    String last = matcher.group(2);
    int step = matcher.group(3) == null ? 1 : number(matcher.group(3));
    if (first == null) {
      return steps(least, most, step);
    }
    if (last == null) {
      return matcher.group(3) == null ? steps(value(first), value(first), 1) : Optional.empty();
    }
    return steps(value(first), value(last), step);
  }

  private Optional<Long> steps(int from, int to, int step) {
    if (from < least || to > most || from > to || step < 1 || step > most) {
      return Optional.empty();
    }
    long values = 0;
    for (int value = from; value <= to; value += step) {
      values |= 1L << value;
    }
    return Optional.of(values);
  }

  private int value(String text) {
    int named = names.indexOf(text);
    return named < 0 ? number(text) : named + least;
  }

  /** {@return the number, or one that is in no field} */
  private static int number(String text) {
    return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
  }

  /** Sunday is 0 and 7. */
  private static long withSundayOnce(long values) {
    long sunday = (values >> 7) & 1;
    return (values & 0x7F) | sunday;
  }
}
