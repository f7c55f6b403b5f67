package io.kirolinter.core.store.redis;

import com.google.common.base.Throwables;
import com.google.common.collect.Lists;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.StoreException;
import java.util.List;
import java.util.Optional;

/** Says what is wrong with a Redis, and what a person can do about it. Never tells a password. */
final class RedisTrouble {

  /**
   * One sort of trouble.
   *
   * @param signs what the server's answer begins with, or the name of the client's exception
   */
  private record Sort(List<String> signs, String found, String remedy) {

    boolean explains(Throwable e) {
      String message = String.valueOf(e.getMessage());
      String name = e.getClass().getSimpleName();
      return signs.stream().anyMatch(sign -> message.startsWith(sign) || name.equals(sign));
    }
  }

  private static final String LATER = "Try again; nothing was half-written.";
  private static final String LOOK = "Look at the server and the network. " + LATER;
  private static final String START = "Start it, or correct the address.";

  private static final List<Sort> SORTS =
      List.of(
          new Sort(
              List.of("WRONGPASS", "ERR invalid password", "RedisWrongPasswordException"),
              "it does not know this user and password",
              "Correct them in the address."),
          new Sort(
              List.of("ERR AUTH"),
              "it takes no password, but one was given",
              "Leave the password out of the address."),
          new Sort(
              List.of("NOAUTH", "RedisAuthRequiredException"),
              "it wants a password",
              "Put user and password into the address."),
          new Sort(
              List.of("NOPERM"),
              "the user lacks a right there",
              "Give the user the rights that the documentation lists."),
          new Sort(
              List.of("ERR DB index"),
              "it has no database of this number",
              "Correct the number at the end of the address."),
          new Sort(
              List.of("READONLY", "RedisReadonlyException"),
              "it is a replica, which takes no writes",
              "Name the master; after a failover, try again."),
          new Sort(
              List.of("OOM", "RedisOutOfMemoryException"),
              "its memory is full",
              "Give it more (maxmemory), or delete old runs; nothing was half-written."),
          new Sort(
              List.of("MISCONF"),
              "it cannot write to its disk",
              "Look at the server's disk and log."),
          new Sort(
              List.of("NOREPLICAS", "RedisNoReplicasException"),
              "too few of its replicas are there",
              "Look at the replicas. " + LATER),
          new Sort(
              List.of("LOADING", "RedisLoadingException"), "it is still reading its data", LATER),
          new Sort(
              List.of("MASTERDOWN", "RedisMasterDownException"),
              "it is a replica that has lost its master",
              LATER),
          new Sort(
              List.of("CLUSTERDOWN", "RedisClusterDownException"),
              "the cluster has no server for a part of the keys",
              LATER),
          new Sort(
              List.of("TRYAGAIN", "RedisTryAgainException"),
              "the cluster moves its keys at this moment",
              LATER),
          new Sort(
              List.of("BUSY", "RedisBusyException"),
              "it is busy with a script of somebody else",
              LATER),
          new Sort(
              List.of("WRONGTYPE"),
              "somebody else keeps other data under our keys",
              "Use another database for one of the two."),
          new Sort(
              List.of("UnknownHostException"),
              "there is no host of this name",
              "Correct the address."),
          new Sort(
              List.of("NotSslRecordException", "SSLException", "SSLHandshakeException"),
              "the encrypted connection failed",
              "Check the scheme (rediss is TLS) and the certificate."),
          new Sort(List.of("ConnectException"), "nothing listens there", START),
          new Sort(List.of("ConnectTimeoutException"), "nothing answers there", START),
          new Sort(
              List.of("RedisResponseTimeoutException", "RedisTimeoutException"),
              "it does not answer in time",
              LOOK),
          new Sort(
              List.of("TimeoutException"),
              "it does not answer in time",
              "Look at the server, the network and the scheme (rediss is TLS)."),
          new Sort(
              List.of("RedisConnectionException", "RedisNodeNotFoundException"),
              "there is no connection to it",
              LOOK));

  private RedisTrouble() {}

  static StoreException of(String action, String place, Throwable cause) {
    Optional<Sort> known = known(cause);
    return new StoreException(
        ErrorMessage.cannot(action, "data store", place)
            .found(known.map(Sort::found).orElseGet(() -> plain(cause)))
            .remedy(known.map(Sort::remedy).orElse(LATER)),
        cause);
  }

  static StoreException newer(String place, String version, int known) {
    return new StoreException(
        ErrorMessage.cannot("open", "data store", place)
            .found("it was written by a newer release, in version '" + version + "'")
            .expected("version " + known + " or older")
            .remedy("Use the newer release, or another database; nothing was changed."));
  }

  /** {@return whether the server has not seen the script, or has forgotten it} */
  static boolean isUnknownScript(Throwable cause) {
    return causes(cause).stream().anyMatch(e -> message(e).startsWith("NOSCRIPT"));
  }

  /** The innermost cause knows best. */
  private static Optional<Sort> known(Throwable cause) {
    return Lists.reverse(causes(cause)).stream()
        .flatMap(e -> SORTS.stream().filter(sort -> sort.explains(e)))
        .findFirst();
  }

  private static List<Throwable> causes(Throwable cause) {
    return Throwables.getCausalChain(cause);
  }

  private static String message(Throwable e) {
    return String.valueOf(e.getMessage());
  }

  /** Without the command, which the client adds with all that was to be written. */
  private static String plain(Throwable cause) {
    String first = message(Throwables.getRootCause(cause)).lines().findFirst().orElse("");
    return first.replaceFirst("\\.*\\s*(channel:|script:|Command:|CommandData).*", "");
  }
}
