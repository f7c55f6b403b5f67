package io.kirolinter.core.testkit.redis;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A primary, its replica, and sentinels that make the replica the primary half a second after the
 * primary is gone. Needs a POSIX shell; ends as each {@link RedisServer} does.
 */
public final class RedisSentinel implements AutoCloseable {

  /** The name under which the sentinels know the primary. */
  public static final String NAME = "main";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(20);

  private final RedisServer primary;
  private final RedisServer replica;
  private final List<RedisServer> sentinels = new ArrayList<>();

  private RedisSentinel(RedisServer primary, RedisServer replica) {
    this.primary = primary;
    this.replica = replica;
  }

  /** Starts plain servers and as many sentinels; waits until all know each other. */
  public static RedisSentinel start(int sentinels) {
    RedisServer primary = RedisServer.start();
    RedisServer replica = RedisServer.start(RedisOptions.plain().replicaOf(primary));
    RedisSentinel all = new RedisSentinel(primary, replica);
    try {
      all.watchBy(sentinels);
      return all;
    } catch (RuntimeException e) {
      all.close();
      throw e;
    }
  }

  /** {@return the server that was the primary at the start} */
  public RedisServer primary() {
    return primary;
  }

  /** {@return the server that followed the primary at the start} */
  public RedisServer replica() {
    return replica;
  }

  /** {@return the address of all sentinels, in the form that the stores of this product take} */
  public String url() {
    return sentinels.stream()
        .map(sentinel -> "127.0.0.1:" + sentinel.port())
        .collect(Collectors.joining(",", "redis-sentinel://", "/" + NAME));
  }

  public List<RedisServer> sentinels() {
    return List.copyOf(sentinels);
  }

  /** {@return the port of the primary, as the first sentinel knows it} */
  public int primaryPort() {
    String address = sentinels.get(0).command("SENTINEL", "GET-MASTER-ADDR-BY-NAME", NAME);
    return Integer.parseInt(address.lines().skip(1).findFirst().orElseThrow());
  }

  /** Kills the primary and waits until the replica takes writes and every sentinel says so. */
  public void failOver() {
    primary.kill();
    await().atMost(PATIENCE).pollInterval(POLL).until(() -> primaryPort() == replica.port());
    await()
        .atMost(PATIENCE)
        .pollInterval(POLL)
        .until(() -> replica.command("ROLE").startsWith("master"));
  }

  @Override
  public void close() {
    sentinels.forEach(RedisServer::close);
    replica.close();
    primary.close();
  }

  private void watchBy(int count) {
    primary.awaitReplica(replica);
    for (int i = 0; i < count; i++) {
      sentinels.add(RedisServer.start(sentinelOf(primary, count)));
    }
    await()
        .atMost(PATIENCE)
        .pollInterval(POLL)
        .until(() -> sentinels.stream().allMatch(this::knowsAll));
  }

  private static RedisOptions sentinelOf(RedisServer primary, int sentinels) {
    int quorum = sentinels / 2 + 1;
    return RedisOptions.plain()
        .with("sentinel monitor " + NAME + " 127.0.0.1 " + primary.port() + " " + quorum)
        .with("sentinel down-after-milliseconds " + NAME + " 500")
        .with("sentinel failover-timeout " + NAME + " 3000");
  }

  private boolean knowsAll(RedisServer sentinel) {
    String info = sentinel.command("INFO", "sentinel");
    return info.contains("slaves=1,sentinels=" + sentinels.size());
  }
}
