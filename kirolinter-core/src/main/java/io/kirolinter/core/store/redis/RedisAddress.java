package io.kirolinter.core.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a Redis is, and who asks.
 *
 * @param hosts {@code host:port}; one for a single server, one or more of the others
 * @param user empty for the default user
 * @param master the name that the sentinels know it by; empty without sentinels
 * @param database its number; 0 in a cluster
 */
record RedisAddress(
    Topology topology,
    Transport transport,
    List<String> hosts,
    Optional<String> user,
    Optional<String> password,
    String master,
    int database) {

  /** How many servers there are, and who knows which of them takes the writes. */
  enum Topology {
    SINGLE("", 6379),
    SENTINEL("-sentinel", 26379),
    CLUSTER("-cluster", 6379);

    private final String suffix;
    private final int port;

    Topology(String suffix, int port) {
      this.suffix = suffix;
      this.port = port;
    }

    static Topology ofSuffix(String suffix) {
      for (Topology topology : values()) {
        if (topology.suffix.equals(suffix)) {
          return topology;
        }
      }
      throw new IllegalArgumentException("no topology with the suffix '" + suffix + "'");
    }
  }

  /** Whether others on the way can read along. */
  enum Transport {
    PLAIN("redis"),
    TLS("rediss");

    private final String scheme;

    Transport(String scheme) {
      this.scheme = scheme;
    }
  }

  private static final String FORMS =
      "redis://[user:password@]host[:port][/database],"
          + " redis-sentinel://[user:password@]host[:port],…/master[/database]"
          + " or redis-cluster://[user:password@]host[:port],…; rediss for TLS";

  private static final Pattern FORM =
      Pattern.compile(
          "(?<scheme>rediss?)(?<suffix>-sentinel|-cluster|)://"
              + "(?:(?<user>[^:@/]*):(?<password>[^@/]*)@)?"
              + "(?<hosts>[^@/?#]+)(?<path>(?:/[^@/?#]*){0,2})");

  private static final Pattern HOST =
      Pattern.compile("(?<name>\\[[0-9a-fA-F:.]+]|[^:\\[\\]\\s]+)(?::(?<port>\\d{1,5}))?");

  RedisAddress {
    hosts = List.copyOf(hosts);
  }

  /**
   * {@return the address that a text stands for}
   *
   * @throws InvalidRequestException if it is in no form that is known; its message holds no
   *     password
   */
  static RedisAddress parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw wrong(text, "it has another form");
    }
    Topology topology = Topology.ofSuffix(form.group("suffix"));
    List<String> hosts = hosts(text, topology, form.group("hosts"));
    List<String> path = new ArrayList<>(path(form.group("path")));
    String master = topology == Topology.SENTINEL && !path.isEmpty() ? path.remove(0) : "";
    if (topology == Topology.SENTINEL && master.isEmpty()) {
      throw wrong(text, "it does not name the master");
    }
    return new RedisAddress(
        topology,
        form.group("scheme").equals("redis") ? Transport.PLAIN : Transport.TLS,
        hosts,
        decoded(text, form.group("user")),
        decoded(text, form.group("password")),
        master,
        database(text, topology, path));
  }

  /** {@return the text without user and password, to be shown} */
  static String withoutCredentials(String text) {
    return text.replaceFirst("(?s)//.*@", "//");
  }

  /** {@return the same servers, known by other hosts, or in another order} */
  RedisAddress withHosts(List<String> others) {
    return new RedisAddress(topology, transport, others, user, password, master, database);
  }

  /** {@return each host as the client wants it} */
  List<String> urls() {
    return hosts.stream().map(host -> transport.scheme + "://" + host).toList();
  }

  /** {@return the address for people, without user and password} */
  @Override
  public String toString() {
    String text = transport.scheme + topology.suffix + "://" + String.join(",", hosts);
    String path = master.isEmpty() ? "" : "/" + master;
    return text + path + (database == 0 ? "" : "/" + database);
  }

  private static List<String> hosts(String text, Topology topology, String hosts) {
    List<String> found =
        Pattern.compile(",")
            .splitAsStream(hosts)
            .map(host -> host(text, topology, host))
            .collect(Collectors.toList());
    if (topology == Topology.SINGLE && found.size() > 1) {
      throw wrong(text, "it names several servers, but not how they belong together");
    }
    return found;
  }

  private static String host(String text, Topology topology, String host) {
    Matcher parts = HOST.matcher(host);
    if (!parts.matches()) {
      throw wrong(text, "'" + host + "' is no host and port");
    }
    int port = parts.group("port") == null ? topology.port : Integer.parseInt(parts.group("port"));
    if (port < 1 || port > 65_535) {
      throw wrong(text, "there is no port " + port);
    }
    return parts.group("name") + ":" + port;
  }

  /** A slash at the end says nothing. */
  private static List<String> path(String path) {
    List<String> parts = Splitter.on('/').splitToList(path.replaceFirst("/$", ""));
    return parts.subList(1, parts.size());
  }

  private static int database(String text, Topology topology, List<String> path) {
    if (path.isEmpty()) {
      return 0;
    }
    if (path.size() > 1 || !path.get(0).matches("\\d{1,6}")) {
      throw wrong(text, "'" + String.join("/", path) + "' is no number of a database");
    }
    int database = Integer.parseInt(path.get(0));
    if (topology == Topology.CLUSTER && database > 0) {
      throw wrong(text, "a cluster has the database 0 only");
    }
    return database;
  }

  private static Optional<String> decoded(String text, @Nullable String part) {
    if (part == null || part.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(URLDecoder.decode(part.replace("+", "%2B"), UTF_8));
    } catch (IllegalArgumentException e) {
      throw wrong(text, "user or password hold a % that is not followed by two hex digits");
    }
  }

  private static InvalidRequestException wrong(String text, String found) {
    return new InvalidRequestException(
        ErrorMessage.cannot("use", "Redis address", withoutCredentials(text))
            .found(found)
            .expected(FORMS)
            .remedy("Write %40 for an @ and %2F for a / in a password."));
  }
}
