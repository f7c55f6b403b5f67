package io.kirolinter.agents.predict;

import io.kirolinter.agents.predict.content.Content;
import io.kirolinter.agents.predict.history.FileHistory;
import io.kirolinter.agents.predict.model.Signal;
import io.kirolinter.core.artifact.RiskRanking.RiskyFile;
import io.kirolinter.core.notice.Counted;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says why a file is risky, in words with figures, and what to do about it. */
final class RiskReasons {

  private static final int SHOWN = 2;

  private final int[] sizes;
  private final Instant now;

  /**
   * Compares with these files.
   *
   * @param all the files of the ranking
   * @param now the moment of the ranking
   */
  RiskReasons(List<Candidate> all, Instant now) {
    sizes = all.stream().mapToInt(one -> one.facts().content().lines()).sorted().toArray();
    this.now = now;
  }

  RiskyFile explain(Candidate one) {
    List<Signal> signals = reasons(one);
    return new RiskyFile(
        one.path(),
        one.score(),
        OptionalDouble.of(one.chance()),
        one.facts().content().lines(),
        one.riskPerLine(),
        signals.stream().map(signal -> reason(signal, one)).toList(),
        action(signals.get(0)));
  }

  /** What never happened to a file is no reason, unless nothing else is left to say. */
  private static List<Signal> reasons(Candidate one) {
    Predicate<Signal> happened = signal -> happened(signal, one);
    return Stream.concat(
            one.signals().stream().filter(happened),
            one.signals().stream().filter(happened.negate()))
        .limit(SHOWN)
        .toList();
  }

  private static boolean happened(Signal signal, Candidate one) {
    return switch (signal) {
      case SIZE -> true;
      case USES -> one.facts().uses() > 0;
      case CHANGES, AUTHORS, AGE -> one.history().changes() > 0;
      case FIXES -> one.history().fixes() > 0;
      case LEARNED -> one.lesson().weight() > 0;
    };
  }

  private String reason(Signal signal, Candidate one) {
    return switch (signal) {
      case SIZE -> size(one.facts().content());
      case CHANGES -> changes(one.history());
      case FIXES -> fixes(one.history());
      case AUTHORS -> "changed by " + count(one.history().authors(), "person", "people");
      case AGE -> age(one.history());
      case USES ->
          "uses %s of this repository".formatted(Counted.of(one.facts().uses(), "other file"));
      case LEARNED -> learned(one.lesson());
    };
  }

  private String size(Content content) {
    int lines = content.lines();
    return "%s and %s, longer than %d %% of the files"
        .formatted(
            Counted.of(lines, "line"),
            count(content.branches(), "branch", "branches"),
            100L * lowerBound(lines) / sizes.length);
  }

  private String age(FileHistory history) {
    return "first changed on %s, last on %s"
        .formatted(day(history.firstChange()), day(history.lastChange()));
  }

  private String changes(FileHistory history) {
    if (history.changes() == 0) {
      return "no change in the history that was read";
    }
    int recent = history.changesInYear(now);
    int recentFixes = history.fixesInYear(now);
    if (recent == 0) {
      return "changed %s in all, last on %s"
          .formatted(times(history.changes()), day(history.lastChange()));
    }
    String fixes = recentFixes == 0 ? "" : ", %d of them fixes".formatted(recentFixes);
    return "changed %s in the last year%s".formatted(times(recent), fixes);
  }

  private String fixes(FileHistory history) {
    if (history.fixes() == 0) {
      return "no fix in the history that was read";
    }
    return "%s in all, %d in the last year"
        .formatted(count(history.fixes(), "fix", "fixes"), history.fixesInYear(now));
  }

  private static String learned(LearnedFiles.Lesson lesson) {
    if (lesson.weight() == 0) {
      return "no finding in earlier runs";
    }
    String fixes =
        lesson.fixes() < 0.5
            ? ""
            : ", and " + count(Math.round(lesson.fixes()), "fix was", "fixes were") + " made";
    return "%s in earlier runs%s"
        .formatted(count(Math.max(1, Math.round(lesson.findings())), "finding", "findings"), fixes);
  }

  private static String action(Signal signal) {
    return switch (signal) {
      case SIZE -> "Split it, starting with the part that changes most.";
      case CHANGES -> "Look at its next changes with two people, and at its tests first.";
      case FIXES -> "Add tests around what was fixed before it is changed again.";
      case AUTHORS -> "Name one person who looks at every change to it.";
      case AGE -> "Test it before it is released: its faults have had little time to show.";
      case USES -> "Loosen it from what it uses, or test it together with that.";
      case LEARNED -> "Deal with its open findings before it is changed again.";
    };
  }

  private int lowerBound(int size) {
    int at = Arrays.binarySearch(sizes, size);
    while (at > 0 && sizes[at - 1] == size) {
      at--;
    }
    return Math.max(0, at);
  }

  private static String day(Optional<Instant> moment) {
    return moment.map(at -> at.atOffset(ZoneOffset.UTC).toLocalDate().toString()).orElse("never");
  }

  private static String times(int count) {
    return count(count, "time", "times");
  }

  private static String count(long count, String one, String many) {
    return String.format(Locale.ROOT, "%d %s", count, count == 1 ? one : many);
  }
}
