package io.kirolinter.workflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.kirolinter.core.error.InvalidRequestException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronExpressionTest {

  private static final LocalDateTime START = LocalDateTime.of(2026, 11, 22, 18, 15, 30);
  private static final CronParser OTHERS =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30 2 * * *         | 2026-11-23T02:30, 2026-11-24T02:30",
        "*/20 18 * * *      | 2026-11-22T18:20, 2026-11-22T18:40, 2026-11-23T18:00",
        "15 18 * * *        | 2026-11-23T18:15",
        "16 18 * * *        | 2026-11-22T18:16",
        "0 3 * * mon-fri    | 2026-11-23T03:00, 2026-11-24T03:00",
        "0 0 29 2 *         | 2028-02-29T00:00, 2032-02-29T00:00",
        "0 0 31 * *         | 2026-12-31T00:00, 2027-01-31T00:00, 2027-03-31T00:00",
        "0 0 13 * fri       | 2026-11-27T00:00, 2026-12-04T00:00, 2026-12-11T00:00, 2026-12-13T00:00",
        "0 0 */2 * fri      | 2026-11-27T00:00, 2026-12-11T00:00, 2026-12-25T00:00",
        "0 0 * jan,MAR 7    | 2027-01-03T00:00, 2027-01-10T00:00",
        "5-7/2,59 0 1 1 0-7 | 2027-01-01T00:05, 2027-01-01T00:07, 2027-01-01T00:59",
        "@hourly            | 2026-11-22T19:00",
        "@daily             | 2026-11-23T00:00",
        "@weekly            | 2026-11-29T00:00",
        "@monthly           | 2026-12-01T00:00",
        "@yearly            | 2027-01-01T00:00",
      })
  void namesTheseTimes(String expression, String times) {
    List<String> wanted = List.of(times.split(", ", -1));

    assertThat(times(CronExpression.parse(expression), wanted.size()))
        .extracting(LocalDateTime::toString)
        .isEqualTo(wanted);
  }

  @Test
  void thereIsALeapDayAfterACenturyWithoutOne() {
    assertThat(CronExpression.parse("0 0 29 2 *").after(LocalDateTime.of(2096, 3, 1, 0, 0)))
        .contains(LocalDateTime.of(2104, 2, 29, 0, 0));
  }

  /** A library that was written by others reads the same into 2,000 expressions. */
  @Test
  void agreesWithAnotherReaderOnExpressionsMadeByChance() {
    SplittableRandom random = new SplittableRandom(16);
    for (int i = 0; i < 2_000; i++) {
      String expression = random(random);
      ZonedDateTime from = START.plusHours(random.nextInt(200_000)).atZone(ZoneOffset.UTC);

      Optional<LocalDateTime> theirs =
          ExecutionTime.forCron(OTHERS.parse(expression))
              .nextExecution(from)
              .map(ZonedDateTime::toLocalDateTime);

      assertThat(CronExpression.parse(expression).after(from.toLocalDateTime()))
          .as("%s after %s", expression, from)
          .isEqualTo(theirs);
    }
  }

  /** With a star in one of the days: there, readers differ on what "given" means. */
  private static String random(SplittableRandom random) {
    boolean byWeek = random.nextBoolean();
    return String.join(
        " ",
        field(random, 0, 59),
        field(random, 0, 23),
        byWeek ? "*" : field(random, 1, 28),
        field(random, 1, 12),
        byWeek ? field(random, 0, 6) : "*");
  }

  private static String field(SplittableRandom random, int least, int most) {
    int from = random.nextInt(least, most + 1);
    int to = random.nextInt(from, most + 1);
    return switch (random.nextInt(6)) {
      case 0 -> "*";
      case 1 -> "*/" + random.nextInt(1, Math.max(2, most / 2));
      case 2 -> from + "-" + to;
      case 3 -> from + "-" + to + "/" + random.nextInt(1, 4);
      case 4 -> from + "," + to;
      default -> String.valueOf(from);
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "61 * * * *   | its minute is '61'; expected 0 to 59, as a list",
        "0 24 * * *   | its hour is '24'; expected 0 to 23",
        "0 0 0 * *    | its day of the month is '0'; expected 1 to 31",
        "0 0 1 13 *   | its month is '13'; expected 1 to 12 or jan to dec",
        "0 0 * * fun  | its day of the week is 'fun'; expected 0 to 7 or sun to sat",
        "0 22-2 * * * | its hour is '22-2'",
        "*/0 * * * *  | its minute is '*/0'",
        "*/60 * * * * | its minute is '*/60'",
        "5/10 * * * * | its minute is '5/10'",
        "1,,2 * * * * | its minute is '1,,2'",
        "-5 * * * *   | its minute is '-5'",
        "0 0 L * *    | its day of the month is 'l'",
        "* * *        | it has 3 fields; expected five fields",
        "0 * * * * *  | it has 6 fields",
        "nightly      | it has 1 field;",
        "@nightly     | there is no such name; expected five fields, or @hourly, @daily",
        "0 0 30 2 *   | there is no such day in any year",
        "0 0 31 4,6 * | there is no such day in any year",
      })
  void saysWhatIsWrong(String expression, String found) {
    assertThatThrownBy(() -> CronExpression.parse(expression))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("Cannot use cron expression '" + expression + "': " + found)
        .hasMessageEndingWith("such as '30 2 * * mon-fri' for 2:30 on weekdays.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void nothingIsNoExpression(String expression) {
    assertThatThrownBy(() -> CronExpression.parse(expression)).hasMessageContaining("0 fields");
  }

  private static List<LocalDateTime> times(CronExpression expression, int count) {
    List<LocalDateTime> times = new ArrayList<>();
    LocalDateTime time = START;
    for (int i = 0; i < count; i++) {
      time = expression.after(time).orElseThrow();
      times.add(time);
    }
    return times;
  }
}
