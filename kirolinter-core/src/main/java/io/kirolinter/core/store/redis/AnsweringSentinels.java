package io.kirolinter.core.store.redis;

import com.google.common.base.Throwables;
import io.netty.resolver.DefaultAddressResolverGroup;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.redisson.client.RedisClient;
import org.redisson.client.RedisClientConfig;
import org.redisson.client.protocol.RedisCommands;

/**
 * Asks all sentinels at once which of them answer. The client asks one after the other, several
 * times, and waits for a silent one each time.
 */
final class AnsweringSentinels {

  private static final Duration PATIENCE = Duration.ofMillis(1_200);

  private AnsweringSentinels() {}

  /**
   * {@return the address with those sentinels in front that answered, even if by a refusal}
   *
   * @throws io.kirolinter.core.error.StoreException if none does
   */
  static RedisAddress first(RedisAddress address) {
    List<RedisClient> clients = new ArrayList<>();
    try {
      Map<String, CompletableFuture<Optional<Throwable>>> asked = new LinkedHashMap<>();
      for (int i = 0; i < address.hosts().size(); i++) {
        RedisClient client = RedisClient.create(config(address, address.urls().get(i)));
        clients.add(client);
        asked.put(address.hosts().get(i), trouble(client));
      }
      return address.withHosts(sorted(address, asked));
    } finally {
      for (RedisClient client : clients) {
        var unused = client.shutdownAsync();
      }
    }
  }

  private static List<String> sorted(
      RedisAddress address, Map<String, CompletableFuture<Optional<Throwable>>> asked) {
    List<String> answering = new ArrayList<>();
    Map<String, Throwable> others = new LinkedHashMap<>();
    asked.forEach(
        (host, trouble) ->
            trouble.join().ifPresentOrElse(t -> others.put(host, t), () -> answering.add(host)));
    if (answering.isEmpty()) {
      throw RedisTrouble.of("open", address.toString(), others.values().iterator().next());
    }
    answering.addAll(others.keySet());
    return answering;
  }

  /** {@return why a sentinel does not answer; empty if it does} */
  private static CompletableFuture<Optional<Throwable>> trouble(RedisClient client) {
    return client
        .connectAsync()
        .toCompletableFuture()
        .thenCompose(connection -> connection.async(RedisCommands.PING).toCompletableFuture())
        .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .handle((pong, e) -> Optional.ofNullable(e).filter(AnsweringSentinels::isSilence));
  }

  /** Whoever refuses is there; the client finds out why, and says so. */
  private static boolean isSilence(Throwable trouble) {
    return Throwables.getCausalChain(trouble).stream()
        .anyMatch(e -> e instanceof TimeoutException || e instanceof ConnectException);
  }

  /** Its own time limits are later than ours. */
  private static RedisClientConfig config(RedisAddress address, String url) {
    int never = (int) PATIENCE.multipliedBy(10).toMillis();
    RedisClientConfig config =
        new RedisClientConfig()
            .setAddress(url)
            .setResolverGroup(DefaultAddressResolverGroup.INSTANCE)
            .setConnectTimeout(never)
            .setCommandTimeout(never);
    address.user().ifPresent(config::setUsername);
    address.password().ifPresent(config::setPassword);
    return config;
  }
}
