package io.kirolinter.core.forge;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a project lies on a forge.
 *
 * @param site such as {@code https://github.com}; with a port if it has one of its own
 * @param path such as {@code apache/commons-lang}
 */
public record ForgeProject(URI site, String path) {

  private static final Pattern URL =
      Pattern.compile(
          "(?<scheme>https?|ssh)://(?:[^@/]*@)?(?<host>[^/:]+|\\[[^]/]+\\])(?<port>:\\d+)?/(?<path>.+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SCP_LIKE =
      Pattern.compile("(?:[^@/:]+@)?(?<host>[^/:@]{2,}):(?!/)(?<path>.+)");

  public ForgeProject {
    if (site.getHost() == null) {
      throw new IllegalArgumentException("a site has a host, was " + site);
    }
    if (!path.matches("[^/\\s]+(/[^/\\s]+)+")) {
      throw new IllegalArgumentException("a project has an owner and a name, was '" + path + "'");
    }
  }

  /**
   * {@return the project that a remote of a repository leads to; empty if the address leads to no
   * server, or names no owner}
   */
  public static Optional<ForgeProject> of(String remoteUrl) {
    String url = remoteUrl.strip();
    Matcher match = URL.matcher(url);
    if (match.matches()) {
      String scheme = match.group("scheme").toLowerCase(Locale.ROOT);
      boolean web = !scheme.equals("ssh");
      String port = web && match.group("port") != null ? match.group("port") : "";
      return at((web ? scheme : "https") + "://", match.group("host") + port, match.group("path"));
    }
    Matcher scp = SCP_LIKE.matcher(url);
    return scp.matches() ? at("https://", scp.group("host"), scp.group("path")) : Optional.empty();
  }

  /** {@return the host without a port, in small letters} */
  public String host() {
    return site.getHost().toLowerCase(Locale.ROOT);
  }

  /** {@return host and path, for people} */
  public String shown() {
    return host() + "/" + path;
  }

  private static Optional<ForgeProject> at(String scheme, String server, String path) {
    String plain = path.replaceFirst("^/+", "").replaceFirst("/+$", "").replaceFirst("\\.git$", "");
    try {
      URI site = URI.create(scheme + server.toLowerCase(Locale.ROOT));
      return Optional.of(new ForgeProject(site, plain));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // an address that no forge has
    }
  }
}
