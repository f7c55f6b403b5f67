package io.kirolinter.agents.predict;

import io.kirolinter.agents.predict.RiskModel.Weighed;
import io.kirolinter.core.artifact.RiskRanking.RiskyFile;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says why a file is risky, in words with figures, and what to do about it. */
final class RiskReasons {

  private static final int SHOWN = 2;

  private final long[] sizes;

  /**
   * Compares with these files.
   *
   * @param all the files of the ranking
   */
  RiskReasons(List<Candidate> all) {
    sizes = all.stream().mapToLong(one -> one.file().size()).sorted().toArray();
  }

  RiskyFile explain(Weighed weighed) {
    List<Signal> signals = reasons(weighed);
    return new RiskyFile(
        weighed.candidate().path(),
        weighed.score(),
        signals.stream().map(signal -> reason(signal, weighed.candidate())).toList(),
        action(signals.get(0)));
  }

  /** What never happened to a file is no reason, unless nothing else is left to say. */
  private static List<Signal> reasons(Weighed weighed) {
    Predicate<Signal> happened = signal -> happened(signal, weighed.candidate());
    return Stream.concat(
            weighed.signals().stream().filter(happened),
            weighed.signals().stream().filter(happened.negate()))
        .limit(SHOWN)
        .toList();
  }

  private static boolean happened(Signal signal, Candidate one) {
    return switch (signal) {
      case SIZE -> true;
      case CHANGES -> one.history().changes() > 0;
      case FIXES -> one.history().fixes() > 0;
      case LEARNED -> one.lesson().weight() > 0;
    };
  }

  private String reason(Signal signal, Candidate one) {
    return switch (signal) {
      case SIZE -> size(one.file().size());
      case CHANGES -> changes(one.history());
      case FIXES -> fixes(one.history());
      case LEARNED -> learned(one.lesson());
    };
  }

  private String size(long bytes) {
    String size = bytes < 10_000 ? bytes + " bytes" : bytes / 1000 + " kB";
    int smaller = lowerBound(bytes);
    return "%s large, larger than %d %% of the files"
        .formatted(size, 100L * smaller / sizes.length);
  }

  private static String changes(FileHistory history) {
    if (history.changes() == 0) {
      return "no change in the history that was read";
    }
    if (history.recentChanges() == 0) {
      return "changed %s in all, last on %s".formatted(times(history.changes()), lastDay(history));
    }
    String fixes =
        history.recentFixes() == 0 ? "" : ", %d of them fixes".formatted(history.recentFixes());
    return "changed %s in the last year%s".formatted(times(history.recentChanges()), fixes);
  }

  private static String fixes(FileHistory history) {
    if (history.fixes() == 0) {
      return "no fix in the history that was read";
    }
    return "%s in all, %d in the last year"
        .formatted(count(history.fixes(), "fix", "fixes"), history.recentFixes());
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
      case LEARNED -> "Deal with its open findings before it is changed again.";
    };
  }

  private int lowerBound(long size) {
    int at = Arrays.binarySearch(sizes, size);
    while (at > 0 && sizes[at - 1] == size) {
      at--;
    }
    return Math.max(0, at);
  }

  private static String lastDay(FileHistory history) {
    return history.lastChange().atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String times(int count) {
    return count(count, "time", "times");
  }

  private static String count(long count, String one, String many) {
    return String.format(Locale.ROOT, "%d %s", count, count == 1 ? one : many);
  }
}
