package io.kirolinter.workflow.calendar;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Five fields, as Unix cron has them: minute, hour, day of the month, month, day of the week. If
 * both days are given, either suffices, as in <a
 * href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/crontab.html">POSIX</a>; a field
 * with a star in it does not count as given, as in Vixie cron. It knows local times only.
 *
 * @param values of each field, a bit each
 * @param anyDay whether one of the two days suffices
 */
record CronExpression(Map<CronField, Long> values, boolean anyDay) {

  private static final Map<String, String> NICKNAMES =
      Map.of(
          "@hourly", "0 * * * *",
          "@daily", "0 0 * * *",
          "@midnight", "0 0 * * *",
          "@weekly", "0 0 * * 0",
          "@monthly", "0 0 1 * *",
          "@yearly", "0 0 1 1 *",
          "@annually", "0 0 1 1 *");

  /** From one 29 February to the next it can be eight years. */
  private static final int YEARS_LOOKED_AT = 9;

  private static final String FORM =
      "Write minute, hour, day of the month, month and day of the week, such as"
          + " '30 2 * * mon-fri' for 2:30 on weekdays.";

  CronExpression {
    values = Map.copyOf(values);
  }

  /**
   * {@return the expression that the text stands for}
   *
   * @throws InvalidRequestException if it is none, or one that names no day of any year
   */
  static CronExpression parse(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    String[] parts = NICKNAMES.getOrDefault(plain, plain).split("\\s+", -1);
    CronField[] fields = CronField.values();
    if (parts.length != fields.length) {
      String found = plain.startsWith("@") ? "there is no such name" : "it has " + fields(parts);
      throw wrong(text, found, "five fields, or @hourly, @daily, @weekly, @monthly, @yearly");
    }
    Map<CronField, Long> values = new EnumMap<>(CronField.class);
    for (int i = 0; i < fields.length; i++) {
      values.put(fields[i], valuesOf(text, fields[i], parts[i]));
    }
    boolean anyDay = !parts[2].contains("*") && !parts[4].contains("*");
    return happening(text, new CronExpression(values, anyDay));
  }

  /** {@return the first time after another one; empty if there is none for many years} */
  Optional<LocalDateTime> after(LocalDateTime time) {
    LocalDateTime first = time.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    LocalDate day = first.toLocalDate();
    LocalTime from = first.toLocalTime();
    LocalDate end = day.plusYears(YEARS_LOOKED_AT);
    while (day.isBefore(end)) {
      if (!has(CronField.MONTH, day.getMonthValue())) {
        day = day.withDayOfMonth(1).plusMonths(1);
      } else {
        Optional<LocalTime> found = isDay(day) ? timeFrom(from) : Optional.empty();
        if (found.isPresent()) {
          return Optional.of(day.atTime(found.get()));
        }
        day = day.plusDays(1);
      }
      from = LocalTime.MIDNIGHT;
    }
    return Optional.empty();
  }

  private boolean isDay(LocalDate day) {
    boolean ofMonth = has(CronField.DAY_OF_MONTH, day.getDayOfMonth());
    boolean ofWeek = has(CronField.DAY_OF_WEEK, day.getDayOfWeek().getValue() % 7);
    return anyDay ? ofMonth || ofWeek : ofMonth && ofWeek;
  }

  private Optional<LocalTime> timeFrom(LocalTime from) {
    for (int hour = from.getHour(); hour < 24; hour++) {
      if (has(CronField.HOUR, hour)) {
        int least = hour == from.getHour() ? from.getMinute() : 0;
        long left = of(CronField.MINUTE) >> least;
        if (left != 0) {
          return Optional.of(LocalTime.of(hour, least + Long.numberOfTrailingZeros(left)));
        }
      }
    }
    return Optional.empty();
  }

  private boolean has(CronField field, int value) {
    return (of(field) >> value & 1) == 1;
  }

  private long of(CronField field) {
    return values.getOrDefault(field, 0L);
  }

  private static long valuesOf(String text, CronField field, String part) {
    return field
        .read(part)
        .orElseThrow(
            () -> wrong(text, "its %s is '%s'".formatted(field.label(), part), field.rule()));
  }

  private static CronExpression happening(String text, CronExpression expression) {
    if (expression.after(LocalDateTime.of(2000, 1, 1, 0, 0)).isEmpty()) {
      throw wrong(text, "there is no such day in any year", "days that the months have");
    }
    return expression;
  }

  private static String fields(String[] parts) {
    int count = parts.length == 1 && parts[0].isEmpty() ? 0 : parts.length;
    return count == 1 ? "1 field" : count + " fields";
  }

  private static InvalidRequestException wrong(String text, String found, String expected) {
    return new InvalidRequestException(
        ErrorMessage.cannot("use", "cron expression", text)
            .found(found)
            .expected(expected)
            .remedy(FORM));
  }
}
