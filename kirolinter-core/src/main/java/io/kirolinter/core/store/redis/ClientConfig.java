package io.kirolinter.core.store.redis;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.BaseConfig;
import org.redisson.config.BaseMasterSlaveServersConfig;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;
import org.redisson.config.ReadMode;
import org.redisson.config.SingleServerConfig;
import org.redisson.config.SubscriptionMode;

/** How the client is set up: few threads and connections, and little patience. */
final class ClientConfig {

  private static final int THREADS = 2;
  private static final int CONNECTIONS = 4;
  private static final int ATTEMPTS = 2;

  /** Three times that and the pauses between stay below two seconds, also in a cold process. */
  private static final Duration CONNECTING = Duration.ofMillis(400);

  private static final Duration ANSWERING = Duration.ofSeconds(1);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);

  private ClientConfig() {}

  static Config of(RedisAddress address) {
    Config config = ours(new Config()).setThreads(THREADS).setNettyThreads(THREADS);
    address.user().ifPresent(config::setUsername);
    address.password().ifPresent(config::setPassword);
    switch (address.topology()) {
      case SINGLE -> single(config.useSingleServer(), address);
      case SENTINEL -> sentinel(config, address);
      case CLUSTER -> cluster(config, address);
    }
    return config;
  }

  /**
   * {@return the set-up that a file of the client's own form describes}
   *
   * @throws InvalidRequestException if there is no such file, or it is in another form
   */
  static Config of(Path file) {
    try {
      return ours(Config.fromYAML(Files.readString(file)));
    } catch (IOException | RuntimeException e) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("read", "Redisson configuration", file.toString())
              .found(
                  Files.isReadable(file) ? "it is no such configuration" : "there is no such file")
              .expected("YAML as Redisson's documentation describes it")
              .remedy("Correct the file, or name the server by a redis:// address."),
          e);
    }
  }

  /** Scripts are known to the server by what {@link RedisLink} sends, which takes fewer rights. */
  private static Config ours(Config config) {
    return config.setCodec(StringCodec.INSTANCE).setUseScriptCache(false);
  }

  private static void single(SingleServerConfig server, RedisAddress address) {
    server
        .setAddress(address.urls().get(0))
        .setDatabase(address.database())
        .setConnectionPoolSize(CONNECTIONS)
        .setConnectionMinimumIdleSize(1)
        .setSubscriptionConnectionPoolSize(1)
        .setSubscriptionConnectionMinimumIdleSize(0);
    patience(server);
  }

  private static void sentinel(Config config, RedisAddress address) {
    var servers =
        config
            .useSentinelServers()
            .setMasterName(address.master())
            .setCheckSentinelsList(false)
            .setDatabase(address.database())
            .addSentinelAddress(address.urls().toArray(new String[0]));
    address.user().ifPresent(servers::setSentinelUsername);
    address.password().ifPresent(servers::setSentinelPassword);
    several(servers);
  }

  private static void cluster(Config config, RedisAddress address) {
    several(config.useClusterServers().addNodeAddress(address.urls().toArray(new String[0])));
  }

  /** Only masters are asked: a replica may not know yet what was written a moment ago. */
  private static void several(BaseMasterSlaveServersConfig<?> servers) {
    servers
        .setReadMode(ReadMode.MASTER)
        .setSubscriptionMode(SubscriptionMode.MASTER)
        .setMasterConnectionPoolSize(CONNECTIONS)
        .setMasterConnectionMinimumIdleSize(1)
        .setSubscriptionConnectionPoolSize(1)
        .setSubscriptionConnectionMinimumIdleSize(0);
    patience(servers);
  }

  private static void patience(BaseConfig<?> servers) {
    servers
        .setConnectTimeout((int) CONNECTING.toMillis())
        .setTimeout((int) ANSWERING.toMillis())
        .setRetryAttempts(ATTEMPTS)
        .setRetryDelay(new ConstantDelay(BETWEEN_ATTEMPTS));
  }
}
