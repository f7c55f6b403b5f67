package io.kirolinter.core.history;

import com.google.common.base.Splitter;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the lines of {@link FactsText}, of which there may be a hundred thousand. */
final class FactsReader {

  static final String REVIEW = "R";
  static final String FIXES = "F";

  private static final String MARKS = "%|;,\n\r";
  private static final long FARTHEST = Long.MAX_VALUE / 1_000_000L - 1;
  private static final long MOST_AS_NANOS = Long.MAX_VALUE / 1_000;
  private static final int FIELDS = 16;
  private static final int FIELDS_OF_A_STEP = 6;

  private FactsReader() {}

  static RunFacts read(RepositoryId repository, String line) {
    List<String> fields = split(line, '|');
    if (fields.size() != FIELDS || !fields.get(0).equals("1")) {
      throw new StoreException(unreadable(line, "there are %d fields".formatted(fields.size())));
    }
    try {
      return read(repository, fields);
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      throw new StoreException(unreadable(line, String.valueOf(e.getMessage())), e);
    }
  }

  private static RunFacts read(RepositoryId repository, List<String> fields) {
    Instant created = instant(Long.parseLong(fields.get(7)));
    Map<RuleId, FixFacts> fixes = new HashMap<>();
    Optional<ReviewFacts> review = Optional.empty();
    for (String made : elements(fields.get(15))) {
      List<String> parts = split(made, ',');
      if (parts.get(0).equals(REVIEW)) {
        review = Optional.of(review(parts));
      } else if (parts.get(0).equals(FIXES)) {
        fixes.merge(RuleId.of(text(parts.get(1))), fixes(parts), FixFacts::plus);
      }
    }
    return new RunFacts(
        RunId.of(fields.get(1)),
        repository,
        text(fields.get(2)),
        Integer.parseInt(fields.get(3)),
        Effect.valueOf(fields.get(4)),
        RunMode.valueOf(fields.get(5)),
        ApplyTarget.valueOf(fields.get(6)),
        created,
        Integer.parseInt(fields.get(8)),
        fields.get(9),
        RunStatus.valueOf(fields.get(10)),
        fields.get(11).isEmpty() ? created : instant(Long.parseLong(fields.get(11))),
        fields.get(12).isEmpty()
            ? Optional.empty()
            : Optional.of(instant(Long.parseLong(fields.get(12)))),
        Integer.parseInt(fields.get(13)),
        steps(fields.get(14)),
        fixes,
        review);
  }

  private static List<StepFacts> steps(String list) {
    List<StepFacts> steps = new ArrayList<>();
    for (String element : elements(list)) {
      List<String> parts = split(element, ',');
      if (parts.size() != FIELDS_OF_A_STEP) {
        throw new IllegalArgumentException("a step has %d fields".formatted(parts.size()));
      }
      steps.add(
          new StepFacts(
              text(parts.get(0)),
              parts.get(1).isEmpty()
                  ? Optional.empty()
                  : Optional.of(StepOutcome.valueOf(parts.get(1))),
              Integer.parseInt(parts.get(2)),
              micros(Long.parseLong(parts.get(3))),
              micros(Long.parseLong(parts.get(4))),
              parts.get(5).isEmpty() ? Optional.empty() : Optional.of(text(parts.get(5)))));
    }
    return steps;
  }

  private static ReviewFacts review(List<String> parts) {
    Map<Severity, Integer> findings = new EnumMap<>(Severity.class);
    for (int i = 3; i < parts.size(); i += 2) {
      findings.put(Severity.valueOf(parts.get(i)), Integer.valueOf(parts.get(i + 1)));
    }
    return new ReviewFacts(findings, Long.parseLong(parts.get(1)), Integer.parseInt(parts.get(2)));
  }

  private static FixFacts fixes(List<String> parts) {
    return new FixFacts(Integer.parseInt(parts.get(2)), Integer.parseInt(parts.get(3)));
  }

  /** What no number of microseconds can say becomes the nearest that one can. */
  static long micros(Instant instant) {
    long seconds = Math.max(-FARTHEST, Math.min(FARTHEST, instant.getEpochSecond()));
    return seconds * 1_000_000L + instant.getNano() / 1_000;
  }

  static Duration micros(long micros) {
    return Math.abs(micros) < MOST_AS_NANOS
        ? Duration.ofNanos(micros * 1_000)
        : Duration.of(micros, ChronoUnit.MICROS);
  }

  static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
  }

  private static List<String> elements(String list) {
    return list.isEmpty() ? List.of() : split(list, ';');
  }

  private static List<String> split(String text, char mark) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, from)) {
      parts.add(text.substring(from, at));
      from = at + 1;
    }
    parts.add(text.substring(from));
    return parts;
  }

  /** {@return the text without the characters that have a meaning in a line} */
  static String escaped(String text) {
    String escaped = text;
    for (int i = 0; i < MARKS.length(); i++) {
      String mark = MARKS.substring(i, i + 1);
      escaped = escaped.replace(mark, "%%%02X".formatted((int) MARKS.charAt(i)));
    }
    return escaped;
  }

  private static String text(String escaped) {
    if (escaped.indexOf('%') < 0) {
      return escaped;
    }
    List<String> parts = Splitter.on('%').splitToList(escaped);
    StringBuilder text = new StringBuilder(parts.get(0));
    for (String part : parts.subList(1, parts.size())) {
      text.append((char) Integer.parseInt(part.substring(0, 2), 16)).append(part.substring(2));
    }
    return text.toString();
  }

  private static ErrorMessage unreadable(String line, String reason) {
    return ErrorMessage.cannot(
            "read", "facts of run", line.length() > 26 ? line.substring(2, 26) : line)
        .found(reason)
        .expected("a line written by this or a near release")
        .remedy("Delete the run, or read it with the release that wrote it.");
  }
}
