package io.kirolinter.core.settings;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Local times of some days of the week. Where they end before they begin, they end on the day
 * after.
 *
 * @param days on which they begin; at least one
 * @param text as people write it
 */
public record QuietHours(Set<DayOfWeek> days, LocalTime from, LocalTime to, String text) {

  static final String FORM =
      "((mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))? )?"
          + "([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]";

  private static final Pattern PARTS =
      Pattern.compile("(?:([a-z]{3})(?:-([a-z]{3}))? )?(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");
  private static final List<DayOfWeek> WEEK = List.of(DayOfWeek.values());

  public QuietHours {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(text, "text");
    days = Set.copyOf(days);
    if (days.isEmpty()) {
      throw new IllegalArgumentException("quiet hours have at least one day");
    }
  }

  /**
   * {@return the hours that a text such as {@code mon-fri 09:00-17:30} or {@code 22:00-06:00}
   * names; empty if it names none}
   */
  public static Optional<QuietHours> read(String text) {
    Matcher matcher = PARTS.matcher(text);
    if (!text.matches(FORM) || !matcher.matches()) {
      return Optional.empty();
    }
    LocalTime from = LocalTime.parse(matcher.group(3));
    LocalTime to = LocalTime.parse(matcher.group(4));
    String first = matcher.group(1);
    String last = matcher.group(2);
    Set<DayOfWeek> days =
        first == null
            ? EnumSet.allOf(DayOfWeek.class)
            : between(day(first), last == null ? day(first) : day(last));
    return from.equals(to) ? Optional.empty() : Optional.of(new QuietHours(days, from, to, text));
  }

  /** {@return whether it is quiet at this local time} */
  public boolean has(LocalDateTime time) {
    LocalTime now = time.toLocalTime();
    boolean today = days.contains(time.getDayOfWeek());
    if (from.isBefore(to)) {
      return today && !now.isBefore(from) && now.isBefore(to);
    }
    boolean yesterday = days.contains(time.getDayOfWeek().minus(1));
    return (today && !now.isBefore(from)) || (yesterday && now.isBefore(to));
  }

  private static Set<DayOfWeek> between(DayOfWeek first, DayOfWeek last) {
    int count = Math.floorMod(last.getValue() - first.getValue(), 7);
    return WEEK.stream()
        .filter(day -> Math.floorMod(day.getValue() - first.getValue(), 7) <= count)
        .collect(Collectors.toSet());
  }

  private static DayOfWeek day(String name) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(name))
        .findFirst()
        .orElseThrow();
  }
}
