package io.kirolinter.core.testkit.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RedisTopologyTest {

  @Test
  void everyNodeOfAClusterTakesItsSlotsAndNamesTheOwnerOfOthers() {
    try (RedisCluster cluster = RedisCluster.start()) {
      List<String> answers = new ArrayList<>();
      for (RedisServer node : cluster.nodes()) {
        IntStream.range(0, 3).forEach(i -> answers.add(answer(node, "key-" + i)));
      }
      assertThat(answers).filteredOn("OK"::equals).hasSize(3);
      assertThat(answers).filteredOn(answer -> answer.startsWith("MOVED")).hasSize(6);
      assertThat(cluster.url())
          .matches("redis-cluster://127.0.0.1:\\d+,127.0.0.1:\\d+,127.0.0.1:\\d+");
    }
  }

  @Test
  void theReplicaTakesWritesAfterThePrimaryIsGone() {
    try (RedisSentinel sentinel = RedisSentinel.start(1)) {
      sentinel.primary().command("SET", "a", "1");
      sentinel.primary().awaitReplica(sentinel.replica());
      assertThat(sentinel.primaryPort()).isEqualTo(sentinel.primary().port());
      assertThatThrownBy(() -> sentinel.replica().command("SET", "a", "2"))
          .hasMessageContaining("READONLY");

      assertThat(sentinel.url())
          .isEqualTo("redis-sentinel://127.0.0.1:%d/main", sentinel.sentinels().get(0).port());

      sentinel.failOver();

      assertThat(sentinel.primaryPort()).isEqualTo(sentinel.replica().port());
      assertThat(sentinel.replica().command("GET", "a")).isEqualTo("1");
      assertThat(sentinel.replica().command("SET", "a", "2")).isEqualTo("OK");
    }
  }

  private static String answer(RedisServer node, String key) {
    try {
      return node.command("SET", key, "1");
    } catch (IllegalStateException e) {
      return e.getMessage();
    }
  }
}
