package io.kirolinter.workflow.schedule;

import com.google.common.hash.Hashing;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.schedule.Firing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Predicate;

/** The ids of the runs of firings: the same in every process that looks at the same firing. */
final class FiringIds {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private FiringIds() {}

  /**
   * {@return the id of the run of a firing}
   *
   * @param free whether an id names nothing else: of many jobs of one second, two would now and
   *     then get the same
   */
  static RunId of(String job, Firing.Cause cause, Instant due, Predicate<RunId> free) {
    int attempt = 0;
    RunId id = of(job, cause, due, attempt);
    while (!free.test(id)) {
      attempt++;
      id = of(job, cause, due, attempt);
    }
    return id;
  }

  private static RunId of(String job, Firing.Cause cause, Instant due, int attempt) {
    String name = "%s %s %s %d".formatted(job, cause.label(), due, attempt);
    String digits = Hashing.sha256().hashString(name, StandardCharsets.UTF_8).toString();
    return RunId.of(TIME.format(due) + "-" + digits.substring(0, 6));
  }
}
