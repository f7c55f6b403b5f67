import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.core.store.redis.RedisStores;
import io.kirolinter.core.testkit.redis.RedisOptions;
import io.kirolinter.core.testkit.redis.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redisson.Redisson;
import org.redisson.api.RBucket;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;

/** A store in a folder of its own, and beside it the barest write of the same durability. */
final class MeasuredStore implements AutoCloseable {

  /** Writes one text so that it lasts. */
  @FunctionalInterface
  interface Bare {
    void write(String text) throws Exception;
  }

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Path place;
  private Stores stores;
  private Bare bare;
  private LongSupplier roundTrips = () -> -1;

  private MeasuredStore(Path folder) throws IOException {
    place = Files.createTempDirectory(folder, "measured-store");
    open.push(() -> delete(place));
  }

  /** Opens {@code embedded}, {@code redis-always} or {@code redis-everysec}. */
  static MeasuredStore open(String kind, Path folder) throws Exception {
    MeasuredStore store = new MeasuredStore(folder);
    switch (kind) {
      case "embedded" -> store.embedded();
      case "redis-always" -> store.redis("always");
      case "redis-everysec" -> store.redis("everysec");
      default -> throw new IllegalArgumentException("unknown store " + kind);
    }
    return store;
  }

  Stores stores() {
    return stores;
  }

  Bare bare() {
    return bare;
  }

  Path place() {
    return place;
  }

  /** {@return how often the server was asked something by this store; empty without a server} */
  OptionalLong roundTrips() {
    long trips = roundTrips.getAsLong();
    return trips < 0 ? OptionalLong.empty() : OptionalLong.of(trips);
  }

  @Override
  public void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  private void embedded() throws SQLException {
    stores = opened(EmbeddedStores.open(place.resolve("store"), InstantSource.system()));
    Properties options = new Properties();
    options.setProperty("jdbc.get_generated_keys", "false"); // as the store: it costs a query more
    Connection database =
        opened(DriverManager.getConnection("jdbc:sqlite:" + place.resolve("bare.db"), options));
    for (String sql :
        List.of(
            "PRAGMA auto_vacuum = INCREMENTAL",
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = FULL",
            "CREATE TABLE t (a TEXT)")) {
      try (Statement statement = database.createStatement()) {
        statement.execute(sql);
      }
    }
    PreparedStatement insert = opened(database.prepareStatement("INSERT INTO t (a) VALUES (?)"));
    bare =
        text -> {
          insert.setString(1, text);
          insert.executeUpdate();
        };
  }

  private void redis(String flushed) {
    RedisServer server =
        opened(
            RedisServer.start(
                RedisOptions.plain()
                    .with("dir " + place)
                    .with("appendonly yes")
                    .with("appendfsync " + flushed)));
    stores = opened(RedisStores.open(server.url(), InstantSource.system(), notice -> {}));
    Config config = new Config().setCodec(StringCodec.INSTANCE).setThreads(2).setNettyThreads(2);
    config
        .useSingleServer()
        .setAddress(server.url())
        .setConnectionPoolSize(4)
        .setConnectionMinimumIdleSize(1)
        .setSubscriptionConnectionPoolSize(1)
        .setSubscriptionConnectionMinimumIdleSize(0);
    RedissonClient client = Redisson.create(config);
    open.push(client::shutdown);
    RBucket<String> bucket = client.getBucket("bare", StringCodec.INSTANCE);
    bare = bucket::set;
    roundTrips = () -> scripts(server.command("INFO", "commandstats"));
  }

  /** The store sends nothing but scripts. */
  private static long scripts(String statistics) {
    return Pattern.compile("cmdstat_eval(?:sha)?:calls=(\\d+)")
        .matcher(statistics)
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .sum();
  }

  private <T extends AutoCloseable> T opened(T resource) {
    open.push(resource);
    return resource;
  }

  private static void delete(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
