package io.kirolinter.agents.predict.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/** What the commits read so far tell of one file, wherever it was. Grows with each of them. */
public final class FileHistory {

  /** For how long single changes are remembered. */
  private static final Duration RECENT = Duration.ofDays(365);

  private static final int TOO_MANY_AUTHORS = 1_000;

  private final Map<Trend, Double> sums = new EnumMap<>(Trend.class);
  private final Set<Long> authors = new HashSet<>();
  private int changes;
  private int fixes;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private long lastFix = Long.MIN_VALUE;

  /** The newest changes: their seconds doubled, and one more for a fix. */
  private long[] recent = {};

  FileHistory() {}

  /** {@return what is known of a file that no commit names} */
  public static FileHistory none() {
    return new FileHistory();
  }

  /** {@return the same, which does not grow with this} */
  public FileHistory copy() {
    return of(stored(Instant.ofEpochSecond(changes == 0 ? 0 : last)));
  }

  void add(Change change) {
    for (Trend trend : Trend.values()) {
      sums.merge(trend, trend.added(change), Double::sum);
    }
    changes++;
    first = Math.min(first, change.second());
    last = Math.max(last, change.second());
    if (change.isFix()) {
      fixes++;
      lastFix = Math.max(lastFix, change.second());
    }
    if (authors.size() < TOO_MANY_AUTHORS) {
      authors.add(change.author());
    }
    recent = Arrays.copyOf(recent, recent.length + 1);
    recent[recent.length - 1] = 2 * change.second() + (change.isFix() ? 1 : 0);
  }

  public double sum(Trend trend, Instant at) {
    return trend.at(at.getEpochSecond(), fixed(trend));
  }

  /** {@return how many commits changed it} */
  public int changes() {
    return changes;
  }

  /** {@return how many of the changes were fixes} */
  public int fixes() {
    return fixes;
  }

  /** {@return how many people changed it, as their addresses tell; at most 1,000} */
  public int authors() {
    return authors.size();
  }

  /** {@return when the oldest change was committed; empty without changes} */
  public Optional<Instant> firstChange() {
    return moment(first);
  }

  /** {@return when the newest change was committed; empty without changes} */
  public Optional<Instant> lastChange() {
    return moment(last);
  }

  /** {@return when the newest fix was committed; empty without fixes} */
  public Optional<Instant> lastFix() {
    return fixes == 0 ? Optional.empty() : moment(lastFix);
  }

  /** {@return how many changes there were in the year before a moment} */
  public int changesInYear(Instant before) {
    return recentOnes(before, change -> true);
  }

  /** {@return how many fixes there were in the year before a moment} */
  public int fixesInYear(Instant before) {
    return recentOnes(before, change -> change % 2 != 0);
  }

  /** {@return it without what is no longer recent at a moment} */
  StoredHistory.StoredFile stored(Instant at) {
    long oldest = at.minus(RECENT).getEpochSecond();
    return new StoredHistory.StoredFile(
        changes,
        fixes,
        new long[] {first, last, lastFix},
        Arrays.stream(Trend.values()).mapToDouble(this::fixed).toArray(),
        authors.stream().mapToLong(Long::longValue).sorted().toArray(),
        Arrays.stream(recent).filter(one -> one >> 1 > oldest).toArray());
  }

  static FileHistory of(StoredHistory.StoredFile stored) {
    FileHistory file = new FileHistory();
    file.changes = stored.changes();
    file.fixes = stored.fixes();
    file.first = stored.times()[0];
    file.last = stored.times()[1];
    file.lastFix = stored.times()[2];
    int place = 0;
    for (Trend trend : Trend.values()) {
      file.sums.put(trend, stored.sums()[place++]);
    }
    Arrays.stream(stored.authors()).forEach(file.authors::add);
    file.recent = stored.recent().clone();
    return file;
  }

  private int recentOnes(Instant before, LongPredicate wanted) {
    return (int) Arrays.stream(recent).filter(wanted).filter(one -> isInYear(one, before)).count();
  }

  private Optional<Instant> moment(long second) {
    return changes == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(second));
  }

  private double fixed(Trend trend) {
    return sums.getOrDefault(trend, 0.0);
  }

  private static boolean isInYear(long change, Instant before) {
    long age = before.getEpochSecond() - (change >> 1);
    return age >= 0 && age < RECENT.toSeconds();
  }
}
