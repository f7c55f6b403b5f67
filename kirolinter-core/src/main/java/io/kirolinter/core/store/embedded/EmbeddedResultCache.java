package io.kirolinter.core.store.embedded;

import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.store.ResultCache;
import io.kirolinter.core.store.privacy.PrivacyBoundary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Results in a file of their own, which is opened by the first use and may be deleted at any time.
 * Any number of processes can have it open. An entry carries a checksum over its key and its value;
 * which entries were used is known to the day.
 *
 * <p>No failure reaches the caller: the results are computed again then. A damaged file is deleted
 * and begun anew. A file that cannot be used, as on a full disk or in a folder that is read-only,
 * is left alone for as long as this object lives, and that is said once.
 */
public final class EmbeddedResultCache implements ResultCache, AutoCloseable {

  /** With the version of its tables in its name, so that releases do not spoil it to each other. */
  private static final String NAME = "cache-%d.db".formatted(Schema.CACHE.version());

  /** Whether the file is open, may be opened, or must be left alone. */
  private enum State {
    NOT_OPEN,
    OPEN,
    LEFT_ALONE
  }

  private final Path folder;
  private final Path file;
  private final CacheLimits limits;
  private final InstantSource clock;
  private final Consumer<String> notices;
  private final Object guard = new Object();
  private final ResultCache entries = PrivacyBoundary.before(new Entries());
  private State state = State.NOT_OPEN;
  private Optional<CacheTable> table = Optional.empty();

  private EmbeddedResultCache(
      Path folder, CacheLimits limits, InstantSource clock, Consumer<String> notices) {
    this.folder = folder;
    file = folder.resolve(NAME);
    this.limits = limits;
    this.clock = clock;
    this.notices = notices;
  }

  /**
   * {@return the cache of a data folder; nothing is opened or made yet}
   *
   * @param home the data folder, which is made when the cache is first used
   * @param notices is told, at most once, why the cache is not used
   */
  public static EmbeddedResultCache in(
      Path home, CacheLimits limits, InstantSource clock, Consumer<String> notices) {
    return new EmbeddedResultCache(home.toAbsolutePath(), limits, clock, notices);
  }

  @Override
  public Map<String, String> get(Collection<String> keys) {
    return entries.get(keys);
  }

  @Override
  public void put(Map<String, String> found) {
    entries.put(found);
  }

  @Override
  public void close() {
    synchronized (guard) {
      state = State.LEFT_ALONE;
      table.ifPresent(CacheTable::close);
      table = Optional.empty();
    }
  }

  /** What the boundary lets through. */
  private final class Entries implements ResultCache {

    @Override
    public Map<String, String> get(Collection<String> keys) {
      return use(Map.of(), open -> open.get(keys, today()));
    }

    @Override
    public void put(Map<String, String> found) {
      use(
          found,
          open -> {
            open.put(found, today());
            return found;
          });
    }
  }

  private long today() {
    return Duration.ofMillis(clock.millis()).toDays();
  }

  private <T> T use(T without, Function<CacheTable, T> work) {
    synchronized (guard) {
      try {
        return opened().map(work).orElse(without);
      } catch (StoreException e) {
        startAnewOrGiveUp(e);
        return without; // nothing kept, or nothing found: the caller computes it again
      }
    }
  }

  private Optional<CacheTable> opened() {
    if (state == State.NOT_OPEN) {
      state = State.LEFT_ALONE; // unless the next line says otherwise
      table = Optional.of(new CacheTable(openOrBeginAnew(), limits));
      state = State.OPEN;
    }
    return table;
  }

  private Database openOrBeginAnew() {
    try {
      return open();
    } catch (StoreException e) {
      if (!isDamage(e) || !deleted()) {
        throw e;
      }
      return open();
    }
  }

  private Database open() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw StoreTrouble.folder(folder, e);
    }
    return Database.open(file, Schema.CACHE, Durability.DISPOSABLE);
  }

  private void startAnewOrGiveUp(StoreException e) {
    if (StoreTrouble.isBusy(e)) {
      return;
    }
    boolean anew = state == State.OPEN && isDamage(e);
    close();
    if (anew && deleted()) {
      state = State.NOT_OPEN;
    } else {
      notices.accept(e.getMessage() + " Until then results are not kept, but computed each time.");
    }
  }

  /** The file goes last: a log without its file is no use to anybody who opens it meanwhile. */
  private boolean deleted() {
    try {
      for (String suffix : List.of("-wal", "-shm", "")) {
        Files.deleteIfExists(folder.resolve(NAME + suffix));
      }
      return true;
    } catch (IOException e) {
      return false; // another process has it open, where that forbids deletion
    }
  }

  private boolean isDamage(StoreException e) {
    if (e.getCause() instanceof SQLException cause) {
      return StoreTrouble.isOfTheFile(cause, file);
    }
    return Files.isRegularFile(file); // of a version that no release writes under this name
  }
}
