package io.kirolinter.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Writes instants as {@link Instant#toString()} tells them, without the general formatter behind
 * it: the times of all steps so far are written with every step of a run.
 */
final class InstantWriter extends StdSerializer<Instant> {

  private static final long serialVersionUID = 1;
  private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
  private static final int LONGEST = "2026-11-22T18:15:30.123456789Z".length();

  InstantWriter() {
    super(Instant.class);
  }

  @Override
  public void serialize(Instant instant, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    if (instant.getEpochSecond() < FIRST || instant.getEpochSecond() > LAST) {
      out.writeString(instant.toString()); // years with a sign
      return;
    }
    char[] text = new char[LONGEST];
    out.writeString(text, 0, write(instant, text));
  }

  /** {@return how many characters it takes} */
  private static int write(Instant instant, char[] text) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
    int end = digits(time.getYear(), 4, text, 0, '-');
    end = digits(time.getMonthValue(), 2, text, end, '-');
    end = digits(time.getDayOfMonth(), 2, text, end, 'T');
    end = digits(time.getHour(), 2, text, end, ':');
    end = digits(time.getMinute(), 2, text, end, ':');
    int nanos = instant.getNano();
    end = digits(time.getSecond(), 2, text, end, nanos == 0 ? 'Z' : '.');
    return nanos == 0 ? end : fraction(nanos, text, end);
  }

  /** Of milliseconds, microseconds or nanoseconds, whichever is enough. */
  private static int fraction(int nanos, char[] text, int start) {
    if (nanos % 1_000_000 == 0) {
      return digits(nanos / 1_000_000, 3, text, start, 'Z');
    }
    return nanos % 1_000 == 0
        ? digits(nanos / 1_000, 6, text, start, 'Z')
        : digits(nanos, 9, text, start, 'Z');
  }

  /** {@return where the next number begins, behind a character that ends this one} */
  private static int digits(int number, int count, char[] text, int start, char end) {
    int rest = number;
    for (int i = start + count - 1; i >= start; i--) {
      text[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    text[start + count] = end;
    return start + count + 1;
  }
}
