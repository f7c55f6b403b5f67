package io.kirolinter.core.store.redis;

import com.google.common.base.Throwables;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.StoreException;
import java.util.List;
import java.util.Optional;

/** Says what is wrong with a Redis, and what a person can do about it. Never tells a password. */
final class RedisTrouble {

  /**
   * One sort of trouble.
   *
   * @param sign what the server's answer begins with, or the name of the client's exception
   */
  private record Sort(String sign, String found, String remedy) {}

  private static final String LATER = "Try again; nothing was half-written.";

  private static final List<Sort> SORTS =
      List.of(
          new Sort(
              "WRONGPASS",
              "it does not know this user and password",
              "Correct them in the address."),
          new Sort("ERR invalid password", "the password is wrong", "Correct it in the address."),
          new Sort(
              "ERR AUTH",
              "it takes no password, but one was given",
              "Leave the password out of the address."),
          new Sort("NOAUTH", "it wants a password", "Put user and password into the address."),
          new Sort(
              "NOPERM",
              "the user lacks a right there",
              "Give the user the rights that the documentation lists."),
          new Sort(
              "ERR DB index",
              "it has no database of this number",
              "Correct the number at the end of the address."),
          new Sort(
              "READONLY",
              "it is a replica, which takes no writes",
              "Name the master; after a failover, try again."),
          new Sort(
              "OOM",
              "its memory is full",
              "Give it more (maxmemory), or delete old runs; nothing was half-written."),
          new Sort("MISCONF", "it cannot write to its disk", "Look at the server's disk and log."),
          new Sort(
              "NOREPLICAS", "too few of its replicas are there", "Look at the replicas. " + LATER),
          new Sort("LOADING", "it is still reading its data", LATER),
          new Sort("MASTERDOWN", "it is a replica that has lost its master", LATER),
          new Sort("CLUSTERDOWN", "the cluster has no server for a part of the keys", LATER),
          new Sort("TRYAGAIN", "the cluster moves its keys at this moment", LATER),
          new Sort("BUSY", "it is busy with a script of somebody else", LATER),
          new Sort(
              "WRONGTYPE",
              "somebody else keeps other data under our keys",
              "Use another database for one of the two."),
          new Sort("UnknownHostException", "there is no host of this name", "Correct the address."),
          new Sort(
              "SSLException",
              "the encrypted connection failed",
              "Check the scheme (rediss is TLS) and the certificate."),
          new Sort(
              "SSLHandshakeException",
              "the encrypted connection failed",
              "Check the scheme (rediss is TLS) and the certificate."),
          new Sort(
              "NotSslRecordException",
              "it does not speak TLS",
              "Use the scheme without the second s."),
          new Sort(
              "ConnectException", "nothing listens there", "Start it, or correct the address."),
          new Sort(
              "ConnectTimeoutException",
              "nothing answers there",
              "Start it, or correct the address."),
          new Sort(
              "RedisResponseTimeoutException",
              "it does not answer in time",
              "Look at the server and the network. " + LATER),
          new Sort(
              "RedisTimeoutException",
              "it does not answer in time",
              "Look at the server and the network. " + LATER),
          new Sort(
              "TimeoutException",
              "it does not answer in time",
              "Look at the server, the network and the scheme (rediss is TLS)."),
          new Sort(
              "RedisConnectionException",
              "no connection to it",
              "Look at the server and the network. " + LATER),
          new Sort(
              "RedisNodeNotFoundException",
              "no server takes writes at this moment",
              "Look at the servers. " + LATER));

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
    List<Throwable> causes = causes(cause);
    for (int i = causes.size() - 1; i >= 0; i--) {
      Optional<Sort> sort = sort(causes.get(i));
      if (sort.isPresent()) {
        return sort;
      }
    }
    return Optional.empty();
  }

  private static Optional<Sort> sort(Throwable e) {
    String name = e.getClass().getSimpleName();
    String message = message(e);
    return SORTS.stream()
        .filter(sort -> message.startsWith(sort.sign()) || name.equals(sort.sign()))
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
