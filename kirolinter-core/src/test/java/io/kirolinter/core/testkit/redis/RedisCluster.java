package io.kirolinter.core.testkit.redis;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Redis Cluster of three nodes, each with a third of the slots, without replicas. Needs a POSIX
 * shell; ends as each {@link RedisServer} does.
 */
public final class RedisCluster implements AutoCloseable {

  private static final int NODES = 3;
  private static final int SLOTS = 16384;
  private static final Duration NODE_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<RedisServer> nodes = new ArrayList<>();

  private RedisCluster() {}

  /** Starts a cluster of plain servers. */
  public static RedisCluster start() {
    return start(RedisOptions.plain());
  }

  /**
   * Starts a cluster and waits until every node takes commands; a few seconds.
   *
   * @param options of every node; without a folder
   */
  public static RedisCluster start(RedisOptions options) {
    RedisCluster cluster = new RedisCluster();
    try {
      for (int i = 0; i < NODES; i++) {
        cluster.nodes.add(RedisServer.start(node(options)));
      }
      cluster.join();
      return cluster;
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** {@return the nodes, the one with the lowest slots first} */
  public List<RedisServer> nodes() {
    return List.copyOf(nodes);
  }

  /** {@return the address of all nodes, in the form that the stores of this product take} */
  public String url() {
    String hosts =
        nodes.stream().map(node -> "127.0.0.1:" + node.port()).collect(Collectors.joining(","));
    return nodes.get(0).url().replaceFirst("://", "-cluster://").replaceFirst("127.*", hosts);
  }

  @Override
  public void close() {
    nodes.forEach(RedisServer::close);
  }

  private static RedisOptions node(RedisOptions options) {
    try {
      return options
          .with("cluster-enabled yes")
          .with("cluster-node-timeout " + NODE_TIMEOUT.toMillis())
          .with("cluster-port " + RedisServer.freePort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void join() {
    for (int i = 0; i < NODES; i++) {
      RedisServer node = nodes.get(i);
      String first = Integer.toString(SLOTS * i / NODES);
      String last = Integer.toString(SLOTS * (i + 1) / NODES - 1);
      node.command("CLUSTER", "ADDSLOTSRANGE", first, last);
      node.command("CLUSTER", "SET-CONFIG-EPOCH", Integer.toString(i + 1));
    }
    for (RedisServer node : nodes) {
      String port = Integer.toString(node.port());
      String bus = node.command("CONFIG", "GET", "cluster-port").lines().skip(1).findFirst().get();
      nodes.forEach(other -> other.command("CLUSTER", "MEET", "127.0.0.1", port, bus));
    }
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(this::isWhole);
  }

  private boolean isWhole() {
    return nodes.stream()
        .map(node -> node.command("CLUSTER", "INFO"))
        .allMatch(
            info ->
                info.contains("cluster_state:ok")
                    && info.contains("cluster_slots_ok:" + SLOTS)
                    && info.contains("cluster_known_nodes:" + NODES));
  }
}
