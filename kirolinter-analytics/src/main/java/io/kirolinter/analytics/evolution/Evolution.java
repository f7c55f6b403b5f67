package io.kirolinter.analytics.evolution;

import static java.util.Objects.requireNonNull;

import io.kirolinter.analytics.evolution.Era.Reason;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.experiment.ExperimentStore;
import io.kirolinter.core.repository.RepositoryId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The evolution of one template in one repository: which version gets the next run, how it came
 * out, and which version is champion by that.
 *
 * <p>All of it is a log in the store. Each step is read, decided and added at the place after what
 * was read; where another process was quicker, it is read and decided again. So a process may be
 * killed at any time: what it had written counts, an assigned run that has no outcome is run again
 * as it was assigned, and a promotion that follows from the log is made by whoever looks next,
 * once.
 *
 * <p>Safe for use by many threads and many processes. Every method throws {@link
 * io.kirolinter.core.error.StoreException} if the store cannot be reached.
 */
public final class Evolution {

  private final LineageLog log;
  private final String template;
  private final InstantSource clock;

  private Evolution(LineageLog log, String template, InstantSource clock) {
    this.log = log;
    this.template = template;
    this.clock = clock;
  }

  public static Evolution of(
      ExperimentStore store, RepositoryId repository, String template, InstantSource clock) {
    requireNonNull(clock, "clock");
    return new Evolution(new LineageLog(store, repository, template), template, clock);
  }

  /** {@return the templates of a repository that evolve, the one begun last in front} */
  public static List<String> templates(ExperimentStore store, RepositoryId repository) {
    return LineageLog.templates(store, repository);
  }

  /** {@return what the log tells now; empty if the evolution has not begun} */
  public Optional<Lineage> lineage() {
    return log.read().filter(lineage -> lineage.entries() > 0).map(this::settled);
  }

  /**
   * Begins the evolution with a champion, or takes note of a new base or tool.
   *
   * <p>If the tool is another one than that of the last runs, a new era begins, as runs of
   * different tools are not to be compared. If the base is another one, it becomes champion where
   * the old base was, as somebody has changed the template by hand; where another version is, it
   * challenges that.
   *
   * @param base the template as it is defined now
   * @param seed from which versions are drawn; counts only at the beginning
   * @param toolVersion of the tool that will run them
   */
  public Lineage begin(TemplateVersion base, long seed, String toolVersion) {
    if (!base.template().equals(template)) {
      throw new IllegalArgumentException(
          "the base of '%s' cannot be a version of '%s'".formatted(template, base.template()));
    }
    if (log.read().isEmpty()) {
      Guarantee guarantee = new Guarantee(Guarantee.USUAL_ALPHA);
      log.begin(new LineagePlan(template, guarantee, seed, clock.instant()));
    }
    return decide(
        lineage ->
            (lineage.entries() == 0
                    ? Optional.of(started(base, toolVersion))
                    : renewed(lineage, base, toolVersion))
                .map(LogEntry::of));
  }

  private Era started(TemplateVersion base, String toolVersion) {
    return new Era(
        0,
        Reason.STARTED,
        base.name(),
        List.of(),
        Optional.empty(),
        toolVersion,
        Optional.empty(),
        List.of(base),
        clock.instant());
  }

  private Optional<Era> renewed(Lineage lineage, TemplateVersion base, String toolVersion) {
    boolean otherBase = lineage.versions().stream().noneMatch(known -> isBase(known, base));
    Era now = lineage.era();
    if (!otherBase && now.toolVersion().equals(toolVersion)) {
      return Optional.empty();
    }
    boolean handedOver = otherBase && lineage.version(now.champion()).isBase();
    Set<String> challengers = new LinkedHashSet<>(now.challengers());
    if (otherBase && !handedOver) {
      challengers.add(base.name());
    }
    String champion = handedOver ? base.name() : now.champion();
    return Optional.of(
        next(
            lineage,
            Reason.RENEWED,
            champion,
            challengers,
            toolVersion,
            otherBase ? List.of(base) : List.of()));
  }

  private static boolean isBase(TemplateVersion known, TemplateVersion base) {
    return known.name().equals(base.name());
  }

  /**
   * Sets these versions against the champion, beside those that challenge it already. A new era
   * begins, and with it all evidence starts anew, so it is better to add several at once.
   *
   * @return the lineage after that; as it was if the champion and its challengers have all of them
   * @throws InvalidRequestException if they are too many, or the evolution has not begun
   */
  public Lineage challenge(List<TemplateVersion> versions) {
    return decide(lineage -> challenged(begun(lineage), versions).map(LogEntry::of));
  }

  private Optional<Era> challenged(Lineage lineage, List<TemplateVersion> versions) {
    Set<String> challengers = new LinkedHashSet<>(lineage.era().challengers());
    versions.forEach(version -> challengers.add(version.name()));
    challengers.remove(lineage.champion());
    if (challengers.size() == lineage.era().challengers().size()) {
      return Optional.empty();
    }
    if (challengers.size() > Era.MOST_CHALLENGERS) {
      throw refused(
          "challenge",
          "it would have %d challengers".formatted(challengers.size()),
          "at most %d at a time".formatted(Era.MOST_CHALLENGERS),
          "Drop one first with --drop, or add fewer.");
    }
    return Optional.of(
        next(
            lineage,
            Reason.CHALLENGED,
            lineage.champion(),
            challengers,
            lineage.era().toolVersion(),
            unknownOf(lineage, versions)));
  }

  /**
   * Takes a challenger out of the competition. A new era begins.
   *
   * @throws InvalidRequestException if it is none
   */
  public Lineage drop(String challenger) {
    return decide(
        lineage -> {
          Set<String> left = new LinkedHashSet<>(begun(lineage).era().challengers());
          if (!left.remove(challenger)) {
            throw refused(
                "drop a challenger of",
                "'%s' is none of %s".formatted(challenger, left),
                "the name of a challenger",
                "'kirolinter agent evolve' lists them.");
          }
          return Optional.of(
              LogEntry.of(
                  next(
                      lineage,
                      Reason.CHALLENGED,
                      lineage.champion(),
                      left,
                      lineage.era().toolVersion(),
                      List.of())));
        });
  }

  private Era next(
      Lineage lineage,
      Reason reason,
      String champion,
      Set<String> challengers,
      String toolVersion,
      List<TemplateVersion> added) {
    Era now = lineage.era();
    return new Era(
        lineage.nextNumber(),
        reason,
        champion,
        List.copyOf(challengers),
        now.former()
            .filter(challengers::contains)
            .filter(unused -> champion.equals(now.champion())),
        toolVersion,
        Optional.empty(),
        added,
        clock.instant());
  }

  private static List<TemplateVersion> unknownOf(Lineage lineage, List<TemplateVersion> versions) {
    List<TemplateVersion> unknown = new ArrayList<>(versions);
    unknown.removeIf(
        one -> lineage.versions().stream().anyMatch(known -> known.name().equals(one.name())));
    return unknown;
  }

  /**
   * Draws the version of the next run and writes that down, before the run.
   *
   * @param subject what it will run on
   * @return the assigned run; the one that was assigned before, if that has no outcome yet
   * @throws InvalidRequestException if the evolution has not begun, or there are no challengers
   */
  public Assignment assign(String subject) {
    return decide(
            lineage ->
                begun(lineage).pending().isPresent()
                    ? Optional.empty()
                    : Optional.of(LogEntry.of(competing(lineage).draw(subject, clock.instant()))))
        .pending()
        .orElseThrow();
  }

  /**
   * Writes down how an assigned run came out; if a challenger passes the gate by that, it becomes
   * champion.
   *
   * @return the lineage after that; an outcome that another process was quicker with stays
   */
  public Lineage record(int run, Outcome outcome) {
    return decide(
        lineage ->
            lineage
                .pending()
                .filter(assigned -> assigned.run() == run)
                .map(assigned -> LogEntry.of(new LogEntry.Ended(run, outcome))));
  }

  /**
   * Settles whether background runs of the champion try challengers too.
   *
   * @throws InvalidRequestException if the evolution has not begun
   */
  public Lineage inBackground(boolean on) {
    return decide(
        lineage ->
            begun(lineage).inBackground() == on
                ? Optional.empty()
                : Optional.of(LogEntry.background(on)));
  }

  /** Adds what the rule says, until its entry is the next one, or it has none. */
  private Lineage decide(Function<Lineage, Optional<LogEntry>> rule) {
    while (true) {
      Lineage now = settled(read());
      Optional<LogEntry> entry = rule.apply(now);
      if (entry.isEmpty()) {
        return now;
      }
      if (log.append(now, entry.get())) {
        return settled(now.after(entry.get()));
      }
    }
  }

  /** {@return the lineage, after whatever promotion follows from it} */
  private Lineage settled(Lineage lineage) {
    Lineage now = lineage;
    while (now.entries() > 0) {
      Optional<LogEntry> next = now.passed(clock.instant()).map(LogEntry::of);
      if (next.isEmpty()) {
        return now;
      }
      now = log.append(now, next.get()) ? now.after(next.get()) : read();
    }
    return now;
  }

  private Lineage read() {
    return log.read().orElseGet(this::notBegun);
  }

  private Lineage begun(Lineage lineage) {
    return lineage.entries() == 0 ? notBegun() : lineage;
  }

  private Lineage competing(Lineage lineage) {
    if (lineage.era().challengers().isEmpty()) {
      throw refused(
          "try versions of",
          "it has no challengers",
          "at least one",
          "Name a template by --challenger, or let --mine look for some in the runs so far.");
    }
    return lineage;
  }

  private Lineage notBegun() {
    throw refused(
        "evolve",
        "its evolution has not begun",
        "a champion",
        "Begin with: kirolinter agent evolve --template %s --start".formatted(template));
  }

  private InvalidRequestException refused(
      String action, String found, String expected, String remedy) {
    return new InvalidRequestException(
        ErrorMessage.cannot(action, "template", template)
            .found(found)
            .expected(expected)
            .remedy(remedy));
  }
}
