package io.kirolinter.core.testkit.redis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a {@link RedisServer} is to be.
 *
 * @param binary the server program, if it is to be a certain one
 * @param folder where data is kept in an append-only file, flushed at every write; without one, a
 *     stopped server has forgotten all
 * @param user who may log in; without one, everybody may do all
 * @param tls the certificate, if connections are encrypted; none are accepted in clear then
 * @param settings further lines of the server's configuration, such as {@code databases 1}
 */
public record RedisOptions(
    Optional<Path> binary,
    Optional<Path> folder,
    Optional<User> user,
    Optional<TlsFiles> tls,
    List<String> settings) {

  /**
   * Who may log in.
   *
   * @param rights in the words of Redis' {@code ACL SETUSER}
   */
  public record User(String name, String password, String rights) {}

  /** Everything in memory, open to everybody on this machine, in clear. */
  public static RedisOptions plain() {
    return new RedisOptions(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  public RedisOptions runBy(Path program) {
    return new RedisOptions(Optional.of(program), folder, user, tls, settings);
  }

  public RedisOptions keptIn(Path data) {
    return new RedisOptions(binary, Optional.of(data), user, tls, settings);
  }

  /** Only who knows the password may log in, and may do all then. */
  public RedisOptions password(String password) {
    return user("default", password, "~* &* +@all");
  }

  /** Only this user may log in, with these rights in the words of {@code ACL SETUSER}. */
  public RedisOptions user(String name, String password, String rights) {
    User allowed = new User(name, password, rights);
    return new RedisOptions(binary, folder, Optional.of(allowed), tls, settings);
  }

  public RedisOptions tls(TlsFiles files) {
    return new RedisOptions(binary, folder, user, Optional.of(files), settings);
  }

  /** At this size, every write is refused. */
  public RedisOptions maxMemory(long bytes) {
    return with("maxmemory " + bytes).with("maxmemory-policy noeviction");
  }

  /** Follows another server, and takes no writes of its own. */
  public RedisOptions replicaOf(RedisServer primary) {
    return with("replicaof 127.0.0.1 " + primary.port());
  }

  /** Adds a line to the server's configuration. */
  public RedisOptions with(String setting) {
    List<String> more = new ArrayList<>(settings);
    more.add(setting);
    return new RedisOptions(binary, folder, user, tls, List.copyOf(more));
  }
}
