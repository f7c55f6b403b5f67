package io.kirolinter.core.store.redis;

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
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * All stores on a Redis, version 7 or newer, or a Valkey: one server, one behind Sentinel, or a
 * Cluster. It can be shared with others: only keys that begin with {@code kirolinter:} are read,
 * written or deleted.
 *
 * <p>Every change is one script on keys of one slot, so that all of it is done or none. Any number
 * of processes on any number of machines can have the same Redis open; their clocks should agree to
 * a part of the length of a lease, by which a lost process is noticed. A process with a wrong clock
 * can take a lease too early; the fencing token keeps even then all but the latest holder from
 * writing.
 *
 * <p>Once a method that writes has returned, the server has the data. Whether it survives the death
 * of the server is for the server to say: with {@code appendonly yes} and {@code appendfsync
 * always} it does, with {@code everysec} all but the last second does, with snapshots alone what
 * came after the last one is lost. A failover to a replica may lose what the replica had not got
 * yet. Set {@code maxmemory-policy noeviction}.
 *
 * <p>If the server does not answer, every method fails within about three seconds with a {@link
 * io.kirolinter.core.error.StoreException} that names the address without credentials. Whether the
 * change was made is unknown then if the connection broke at that moment; it was made as a whole or
 * not at all, and never is afterwards if the same process has written the run anew since. The
 * connection comes back by itself.
 *
 * <p>What was learned of a repository is deleted 90 days after the last addition to it. Runs stay
 * until they are deleted, results for 30 days after their last use.
 */
public final class RedisStores implements Stores {

  private final RedisLink link;
  private final RunJournal journal;
  private final RunFactsStore facts;
  private final PatternMemory memory;
  private final JobStore jobs;
  private final ExperimentStore experiments;
  private final WorkQueue queue;
  private final ResultCache cache;
  private final Upkeep upkeep;

  private RedisStores(
      RedisLink link, String writer, InstantSource clock, Consumer<String> notices) {
    this.link = link;
    journal = PrivacyBoundary.before(new RedisRunJournal(link, writer, clock));
    facts = new RedisRunFacts(link, writer, clock);
    memory = PrivacyBoundary.before(new RedisPatternMemory(link, writer, clock));
    jobs = PrivacyBoundary.before(new RedisJobStore(link, writer));
    queue = new RedisWorkQueue(link, writer, clock);
    experiments = PrivacyBoundary.before(new RedisExperimentStore(link, writer));
    cache = PrivacyBoundary.before(new RedisResultCache(link, clock, notices));
    upkeep = new RedisUpkeep(link, writer, clock);
  }

  /**
   * Connects to the Redis at an address: {@code redis://[user:password@]host[:port][/database]},
   * {@code redis-sentinel://[user:password@]host[:port],…/master[/database]} or {@code
   * redis-cluster://[user:password@]host[:port],…}. With {@code rediss} in place of {@code redis}
   * the connection is encrypted, and the server's certificate checked as the JVM is set up. User
   * and password are percent-encoded; behind Sentinel they are for the sentinels too.
   *
   * @param clock by which leases end
   * @param notices is told what is no error: that the server may throw data away, and, at most
   *     once, why results are not kept
   * @throws io.kirolinter.core.error.InvalidRequestException if the address is in another form
   * @throws io.kirolinter.core.error.StoreException if nobody answers there within two seconds, the
   *     user is refused, or a newer release has changed the data
   */
  public static RedisStores open(String address, InstantSource clock, Consumer<String> notices) {
    return open(RedisLink.connect(RedisAddress.parse(address)), Schema.STORES, clock, notices);
  }

  /**
   * As {@link #open}, with all that Redisson can be told in a YAML file of its own, such as key
   * stores for TLS. Its codec is not used. The file is trusted: it can name classes to be loaded.
   *
   * @throws io.kirolinter.core.error.InvalidRequestException if the file cannot be read
   */
  public static RedisStores openConfigured(
      Path file, InstantSource clock, Consumer<String> notices) {
    return open(
        RedisLink.connect(ClientConfig.of(file), file.toString()), Schema.STORES, clock, notices);
  }

  /** Brings the data to the version of the schema first. */
  static RedisStores open(
      RedisLink link, Schema schema, InstantSource clock, Consumer<String> notices) {
    try {
      Opening opening = Opening.of(link, schema);
      opening.risk(link.place()).ifPresent(notices);
      return new RedisStores(link, opening.writer(), clock, notices);
    } catch (RuntimeException e) {
      link.close();
      throw e;
    }
  }

  /** {@return whether a text names a Redis, in whatever form} */
  public static boolean isAddress(String text) {
    return text.matches("(?s)rediss?(-\\w+)?:.*");
  }

  /** {@return where the data is, for people: without user and password} */
  public String place() {
    return link.place();
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
  public ExperimentStore experiments() {
    return experiments;
  }

  @Override
  public WorkQueue queue() {
    return queue;
  }

  @Override
  public Upkeep upkeep() {
    return upkeep;
  }

  @Override
  public ResultCache cache() {
    return cache;
  }

  /** Ends the connection and all its threads. A second closing does nothing. */
  @Override
  public void close() {
    link.close();
  }
}
