package io.kirolinter.core.store.redis;

import io.kirolinter.core.error.StoreException;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.Slf4JLoggerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/**
 * The connection to a Redis. All that is done there is a script, so that it is done as a whole, and
 * text, so that nothing that is read can run here.
 *
 * <p>The client repeats what gets no answer. A script may therefore arrive twice, or after a later
 * one, and is made so that this does no harm: see {@link #nextCall}.
 */
final class RedisLink implements AutoCloseable {

  private final RedissonClient client;
  private final RScript scripts;
  private final String place;
  private final AtomicLong calls = new AtomicLong();
  private volatile boolean closed;

  private RedisLink(RedissonClient client, String place) {
    this.client = client;
    this.place = place;
    scripts = client.getScript(TextCodec.INSTANCE);
  }

  /**
   * Connects.
   *
   * @throws StoreException if nobody answers, or refuses
   */
  static RedisLink connect(RedisAddress address) {
    logWhereTheClientDoes();
    boolean sentinels = address.topology() == RedisAddress.Topology.SENTINEL;
    RedisAddress asked = sentinels ? AnsweringSentinels.first(address) : address;
    return connect(ClientConfig.of(asked), address.toString());
  }

  /**
   * Connects in a way of one's own.
   *
   * @param place the address without credentials, for messages
   * @throws StoreException if nobody answers, or refuses
   */
  static RedisLink connect(Config config, String place) {
    logWhereTheClientDoes();
    try {
      return new RedisLink(Redisson.create(config), place);
    } catch (RuntimeException e) {
      throw RedisTrouble.of("open", place, e);
    }
  }

  /** {@return the address without credentials} */
  String place() {
    return place;
  }

  /** {@return a number that is higher with each call through this link} */
  long nextCall() {
    return calls.incrementAndGet();
  }

  /**
   * Runs a script, and {@return what it gives: text and whole numbers, and null for gaps}. An
   * interrupt does not cut it off.
   *
   * @param action the verb for an error message
   * @param keys of one slot
   * @throws StoreException if it was not run, or nobody knows whether it was
   */
  List<@Nullable Object> run(String action, Script script, List<String> keys, Object... arguments) {
    return await(action, start(script, keys, arguments));
  }

  /** Sends a script, to be awaited later. */
  CompletableFuture<List<@Nullable Object>> start(
      Script script, List<String> keys, Object... arguments) {
    if (closed) {
      throw new IllegalStateException("the stores were closed before, " + place);
    }
    List<Object> names = new ArrayList<>(keys);
    CompletionStage<List<@Nullable Object>> sent =
        scripts.evalShaAsync(
            RScript.Mode.READ_WRITE, script.digest(), RScript.ReturnType.LIST, names, arguments);
    return sent.toCompletableFuture()
        .exceptionallyCompose(
            e ->
                RedisTrouble.isUnknownScript(e)
                    ? withText(script, names, arguments)
                    : CompletableFuture.failedFuture(e));
  }

  /** Waits for what was sent. */
  <T> T await(String action, CompletableFuture<T> sent) {
    try {
      return sent.join();
    } catch (CompletionException e) {
      throw RedisTrouble.of(action, place, e);
    }
  }

  /** Ends all threads of the client. A second closing does nothing. */
  @Override
  public void close() {
    closed = true;
    client.shutdown(0, 0, TimeUnit.SECONDS);
  }

  /** Netty below it would write to the console of a process that has set up no logging. */
  private static void logWhereTheClientDoes() {
    InternalLoggerFactory.setDefaultFactory(Slf4JLoggerFactory.INSTANCE);
  }

  private CompletionStage<List<@Nullable Object>> withText(
      Script script, List<Object> names, Object... arguments) {
    return scripts.evalAsync(
        RScript.Mode.READ_WRITE, script.text(), RScript.ReturnType.LIST, names, arguments);
  }
}
