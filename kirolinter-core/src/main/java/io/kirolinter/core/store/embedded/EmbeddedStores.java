package io.kirolinter.core.store.embedded;

import io.kirolinter.core.experiment.ExperimentStore;
import io.kirolinter.core.history.RunFactsStore;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.schedule.JobStore;
import io.kirolinter.core.store.ResultCache;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.Upkeep;
import io.kirolinter.core.store.privacy.PrivacyBoundary;
import io.kirolinter.core.work.WorkQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * All stores in one folder: {@code kirolinter.db} with what must not be lost, and {@code
 * cache-<version>.db} with results that can be computed again, which anybody may delete while no
 * process is running.
 *
 * <p>Any number of processes can have the same folder open. It lies on a local disk: on a network
 * file system their locks do not hold. Writers take turns; one that does not get its turn within 30
 * seconds fails with a {@link io.kirolinter.core.error.StoreException}, as do all methods on a full
 * disk, and nothing is half-written then. Once a method that writes has returned, its data survives
 * the death of the process and of the machine.
 *
 * <p>SQLite is native code, which is unpacked to the folder for temporary files at every start and
 * left there by a process that is killed. System properties that the process sets before it opens
 * the first store change that: {@code org.sqlite.tmpdir} names another folder for it, and {@code
 * org.sqlite.lib.path} one that holds the unpacked library, which makes opening several times
 * quicker. JDK 24 and newer print a warning unless native access is enabled.
 */
public final class EmbeddedStores implements Stores {

  static final String FILE = "kirolinter.db";

  private final Database database;
  private final RunJournal journal;
  private final RunFactsStore facts;
  private final PatternMemory memory;
  private final JobStore jobs;
  private final WorkQueue queue;
  private final ExperimentStore experiments;
  private final Upkeep upkeep;
  private final EmbeddedResultCache cache;

  private EmbeddedStores(Database database, EmbeddedResultCache cache, InstantSource clock) {
    this.database = database;
    this.cache = cache;
    journal = PrivacyBoundary.before(new EmbeddedRunJournal(database, new Leases(database, clock)));
    facts = new FactsTable(database, clock);
    memory = PrivacyBoundary.before(new EmbeddedPatternMemory(database, clock));
    jobs = PrivacyBoundary.before(new EmbeddedJobStore(database));
    experiments = PrivacyBoundary.before(new EmbeddedExperimentStore(database));
    upkeep = new EmbeddedUpkeep(database, clock);
    queue = new EmbeddedWorkQueue(database, clock);
  }

  /**
   * Opens the stores in a folder, and makes the folder and the files where they are missing.
   *
   * @param home the data folder
   * @param clock by which leases end; processes that share a folder share its time
   * @throws io.kirolinter.core.error.StoreException if the folder cannot be used, the file is
   *     damaged, or a newer release has changed it; nothing on the disk is changed then
   */
  public static EmbeddedStores open(Path home, InstantSource clock) {
    return open(home, clock, notice -> {});
  }

  /**
   * As {@link #open(Path, InstantSource)}, and says what needs no error.
   *
   * @param notices is told, at most once, why results are not kept
   */
  public static EmbeddedStores open(Path home, InstantSource clock, Consumer<String> notices) {
    Path folder = home.toAbsolutePath();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw StoreTrouble.folder(folder, e);
    }
    Database database = Database.open(folder.resolve(FILE), Schema.STORES, Durability.LASTING);
    return new EmbeddedStores(
        database, EmbeddedResultCache.in(folder, CacheLimits.standard(), clock, notices), clock);
  }

  /** {@return whether stores were opened in this folder before} */
  public static boolean areIn(Path home) {
    return Files.isRegularFile(home.resolve(FILE));
  }

  @Override
  public RunJournal journal() {
    return journal;
  }

  @Override
  public RunFactsStore facts() {
    return facts;
  }

  @Override
  public PatternMemory memory() {
    return memory;
  }

  @Override
  public JobStore jobs() {
    return jobs;
  }

  @Override
  public WorkQueue queue() {
    return queue;
  }

  @Override
  public ExperimentStore experiments() {
    return experiments;
  }

  @Override
  public Upkeep upkeep() {
    return upkeep;
  }

  @Override
  public ResultCache cache() {
    return cache;
  }

  /** Waits for the call that is under way, if any. A second closing does nothing. */
  @Override
  public void close() {
    cache.close();
    database.close();
  }

  /** {@return the database, for tests that make it fail} */
  Database database() {
    return database;
  }
}
