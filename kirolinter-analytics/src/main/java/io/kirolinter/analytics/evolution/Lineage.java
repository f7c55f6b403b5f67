package io.kirolinter.analytics.evolution;

import static java.util.Objects.requireNonNull;

import io.kirolinter.analytics.evolution.Era.Evidence;
import io.kirolinter.analytics.evolution.Era.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The versions of one template in one repository, as the log tells: who is champion, who competes,
 * how their runs came out, and what that proves. Immutable; pure, without time or chance of its
 * own.
 *
 * <p>What follows from a log is the same in every process, so whoever reads it comes to the same
 * next step, and the log takes only one entry at each place. That is why a promotion happens once.
 */
public final class Lineage {

  private final LineagePlan plan;
  private final int entries;
  private final List<Era> eras;
  private final Map<String, TemplateVersion> versions;
  private final Standing standing;
  private final boolean background;

  private Lineage(
      LineagePlan plan,
      int entries,
      List<Era> eras,
      Map<String, TemplateVersion> versions,
      Standing standing,
      boolean background) {
    this.plan = plan;
    this.entries = entries;
    this.eras = eras;
    this.versions = versions;
    this.standing = standing;
    this.background = background;
  }

  /** {@return the lineage before its first era} */
  static Lineage empty(LineagePlan plan) {
    return new Lineage(plan, 0, List.of(), Map.of(), Standing.NONE, false);
  }

  /**
   * {@return a lineage that is kept nowhere, for simulations and for programs with a log of their
   * own}
   */
  public static Lineage of(
      LineagePlan plan, TemplateVersion base, List<TemplateVersion> challengers) {
    Era first =
        new Era(
            0,
            Reason.STARTED,
            base.name(),
            challengers.stream().map(TemplateVersion::name).toList(),
            Optional.empty(),
            "",
            Optional.empty(),
            with(List.of(base), challengers),
            plan.startedAt());
    return empty(plan).begin(first);
  }

  /** {@return this lineage with the version of the next run drawn: {@link #pending()}} */
  public Lineage withNextRun(String subject, Instant now) {
    return assigned(draw(subject, now));
  }

  /**
   * {@return this lineage after its pending run; with a new champion if that took one through the
   * gate}
   *
   * @throws IllegalStateException if no run is pending
   */
  public Lineage withOutcome(Outcome outcome, Instant now) {
    Lineage next = ended(new LogEntry.Ended(runs(), outcome));
    return next.passed(now).map(next::begin).orElse(next);
  }

  Lineage after(LogEntry entry) {
    return entry
        .era()
        .map(this::begin)
        .or(() -> entry.assigned().map(this::assigned))
        .or(() -> entry.ended().map(this::ended))
        .orElseGet(() -> switched(entry.background().orElseThrow()));
  }

  private Lineage begin(Era era) {
    Map<String, TemplateVersion> known = new LinkedHashMap<>(versions);
    era.added().forEach(version -> known.put(version.name(), version));
    Standing kept = era.reason() == Reason.RENEWED ? standing.withoutTallies() : standing;
    return new Lineage(
        plan,
        entries + 1,
        with(eras, List.of(era)),
        known,
        kept.facing(era.challengers()),
        background);
  }

  private Lineage assigned(Assignment run) {
    return next(standing.assigned(run));
  }

  private Lineage ended(LogEntry.Ended ended) {
    return next(standing.ended(ended.outcome().useful(), champion()));
  }

  private Lineage next(Standing then) {
    return new Lineage(plan, entries + 1, eras, versions, then, background);
  }

  private Lineage switched(boolean on) {
    return new Lineage(plan, entries + 1, eras, versions, standing, on);
  }

  /** {@return the version of the next run, drawn from the seed and the number of the run} */
  Assignment draw(String subject, Instant now) {
    Allocation allocation = allocation();
    int run = runs() + 1;
    SplittableRandom random = new SplittableRandom(plan.seed() ^ (run * 0x9E3779B97F4A7C15L));
    return new Assignment(run, allocation.draw(random), allocation, subject, now);
  }

  /** {@return the chances by which the version of the next run is drawn} */
  public Allocation allocation() {
    Map<String, Tally> competing = new LinkedHashMap<>();
    Stream.concat(Stream.of(champion()), era().challengers().stream())
        .forEach(name -> competing.put(name, tally(name)));
    return Allocation.topTwo(competing, champion(), era().former());
  }

  /** {@return the era that begins because a challenger has passed the gate, if one has} */
  Optional<Era> passed(Instant now) {
    return era().challengers().stream()
        .max(Comparator.comparingDouble(this::logEvidence))
        .filter(name -> logEvidence(name) >= Math.log(threshold()))
        .map(name -> succeededBy(name, now));
  }

  private Era succeededBy(String winner, Instant now) {
    Era old = era();
    List<String> challengers = new ArrayList<>(old.challengers());
    challengers.set(challengers.indexOf(winner), old.champion());
    return new Era(
        nextNumber(),
        old.former().equals(Optional.of(winner)) ? Reason.REVERTED : Reason.PROMOTED,
        winner,
        challengers,
        Optional.of(old.champion()),
        old.toolVersion(),
        Optional.of(new Evidence(logEvidence(winner), threshold(), runs())),
        List.of(),
        now);
  }

  /** An era in which no run ended could promote nobody, and has left its share of alpha. */
  int nextNumber() {
    return era().number() + (standing.tried() ? 1 : 0);
  }

  public LineagePlan plan() {
    return plan;
  }

  /** {@return the era now} */
  public Era era() {
    return eras.get(eras.size() - 1);
  }

  /** {@return all eras, the first one in front} */
  public List<Era> eras() {
    return eras;
  }

  public String champion() {
    return era().champion();
  }

  /**
   * {@return the version of this name}
   *
   * @throws IllegalArgumentException if there is none
   */
  public TemplateVersion version(String name) {
    TemplateVersion version = versions.get(name);
    if (version == null) {
      throw new IllegalArgumentException("no version '" + name + "' of " + plan.template());
    }
    return version;
  }

  /** {@return all versions that ever competed, in the order in which they came} */
  public List<TemplateVersion> versions() {
    return List.copyOf(versions.values());
  }

  /** {@return the runs of a version, of this version of the tool} */
  public Tally tally(String version) {
    return standing.tally(version);
  }

  /** {@return the natural logarithm of the e-value of a challenger of this era} */
  public double logEvidence(String challenger) {
    return requireNonNull(standing.evidence().get(challenger), challenger).logValue();
  }

  /** {@return the e-value at which a challenger of this era is promoted; infinite without any} */
  public double threshold() {
    int challengers = era().challengers().size();
    return challengers == 0
        ? Double.POSITIVE_INFINITY
        : plan.guarantee().threshold(era().number(), challengers);
  }

  /** {@return the run that was assigned and has not ended} */
  public Optional<Assignment> pending() {
    return standing.pending();
  }

  /** {@return how many runs were assigned so far} */
  public int runs() {
    return standing.runs();
  }

  /** {@return what its runs were on} */
  public Set<String> subjects() {
    return Collections.unmodifiableSet(standing.subjects());
  }

  /** {@return whether background runs of {@code auto} try challengers} */
  public boolean inBackground() {
    return background;
  }

  /** {@return how many entries the log has} */
  int entries() {
    return entries;
  }

  private static <T> List<T> with(List<T> list, List<T> more) {
    List<T> longer = new ArrayList<>(list);
    longer.addAll(more);
    return Collections.unmodifiableList(longer);
  }
}
