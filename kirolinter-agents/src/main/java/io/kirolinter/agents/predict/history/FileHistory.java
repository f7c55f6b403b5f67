package io.kirolinter.agents.predict.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** What the commits read so far tell of one file, wherever it was. Grows with each of them. */
public final class FileHistory {

  /** For how long single changes are remembered. */
  private static final Duration RECENT = Duration.ofDays(365);

  private final Map<Trend, Double> sums;
  private int changes;
  private int fixes;
  private long last;

  /** The newest changes: their seconds doubled, and one more for a fix. */
  private long[] recent;

  FileHistory() {
    this(new EnumMap<>(Trend.class), 0, 0, Change.FIRST.getEpochSecond(), new long[0]);
  }

  private FileHistory(
      Map<Trend, Double> sums, int changes, int fixes, long last, long[] recent) {
    this.sums = sums;
    this.changes = changes;
    this.fixes = fixes;
    this.last = last;
    this.recent = recent;
  }

  /** {@return what is known of a file that no commit names} */
  public static FileHistory none() {
    return new FileHistory();
  }

  void add(Change change) {
    for (Trend trend : Trend.values()) {
      sums.merge(trend, trend.added(change), Double::sum);
    }
    changes++;
    fixes += change.isFix() ? 1 : 0;
    last = Math.max(last, change.second());
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

  /** {@return when the newest change was committed} */
  public Instant lastChange() {
    return Instant.ofEpochSecond(last);
  }

  /** {@return how many changes there were in the year before a moment} */
  public int changesInYear(Instant before) {
    return (int) Arrays.stream(recent).filter(one -> isInYear(one, before)).count();
  }

  /** {@return how many fixes there were in the year before a moment} */
  public int fixesInYear(Instant before) {
    return (int) Arrays.stream(recent).filter(one -> one % 2 != 0 && isInYear(one, before)).count();
  }

  /** {@return it without what is no longer recent at a moment} */
  StoredHistory.StoredFile stored(Instant at) {
    long oldest = at.minus(RECENT).getEpochSecond();
    return new StoredHistory.StoredFile(
        changes,
        fixes,
        last,
        Arrays.stream(Trend.values()).mapToDouble(this::fixed).toArray(),
        Arrays.stream(recent).filter(one -> one >> 1 > oldest).toArray());
  }

  static FileHistory of(StoredHistory.StoredFile stored) {
    Map<Trend, Double> sums = new EnumMap<>(Trend.class);
    for (int i = 0; i < stored.sums().length; i++) {
      sums.put(Trend.values()[i], stored.sums()[i]);
    }
    return new FileHistory(
        sums, stored.changes(), stored.fixes(), stored.last(), stored.recent());
  }

  private double fixed(Trend trend) {
    return sums.getOrDefault(trend, 0.0);
  }

  private static boolean isInYear(long change, Instant before) {
    long age = before.getEpochSecond() - (change >> 1);
    return age >= 0 && age < RECENT.toSeconds();
  }
}
