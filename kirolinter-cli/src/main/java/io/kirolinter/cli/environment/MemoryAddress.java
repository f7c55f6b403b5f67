package io.kirolinter.cli.environment;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.core.store.redis.RedisStores;
import java.nio.file.Path;

/** What {@code --memory} names: the data folder of this user, or a Redis. */
public final class MemoryAddress {

  private static final String EMBEDDED = "embedded";
  private static final String CONFIGURED = "redis-config:";

  private MemoryAddress() {}

  public static boolean isEmbedded(String memory) {
    return memory.equals(EMBEDDED);
  }

  /**
   * Opens the stores.
   *
   * @throws InvalidRequestException if the address is of no sort that is known
   * @throws io.kirolinter.core.error.StoreException if the store cannot be opened
   */
  public static Stores open(Environment environment, String memory) {
    if (isEmbedded(memory)) {
      return EmbeddedStores.open(
          DataFolder.of(environment), environment.clock(), environment.err()::println);
    }
    if (memory.startsWith(CONFIGURED)) {
      Path file = environment.folder().resolve(memory.substring(CONFIGURED.length()));
      return RedisStores.openConfigured(file, environment.clock(), environment.err()::println);
    }
    if (RedisStores.isAddress(memory)) {
      return RedisStores.open(memory, environment.clock(), environment.err()::println);
    }
    throw unknown(memory);
  }

  /** {@return where opened stores are, for people} */
  public static String place(Environment environment, Stores stores) {
    return stores instanceof RedisStores redis
        ? redis.place()
        : DataFolder.of(environment).toString();
  }

  private static InvalidRequestException unknown(String memory) {
    return new InvalidRequestException(
        ErrorMessage.cannot("open", "memory", memory.replaceFirst("//.*@", "//"))
            .found("there is no such store")
            .expected("embedded, an address such as redis://host:6379, or redis-config:FILE")
            .remedy("Leave it out to keep all on this machine."));
  }
}
