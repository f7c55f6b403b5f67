package io.kirolinter.core.repository;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which repository this is, for everything that is remembered: every clone and linked worktree of
 * one origin has the same identity.
 *
 * @param value such as {@code github.com/apache/commons-lang}, {@code root:<commit>} or {@code
 *     path:/real/path}
 */
public record RepositoryId(@JsonValue String value) {

  private static final Pattern URL =
      Pattern.compile(
          "(?<scheme>[a-zA-Z][a-zA-Z0-9+.-]*)://(?:[^@/]*@)?(?<host>[^/]*)/(?<path>.*)");
  private static final Pattern SCP_LIKE =
      Pattern.compile("(?:[^@/]+@)?(?<host>[^/:]{2,}):(?<path>.+)");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RepositoryId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("repository id must not be blank");
    }
  }

  /**
   * {@return the identity by the URL of the origin: without scheme, user, password, port, and
   * {@code .git} at the end; https and ssh to one place are the same}
   */
  public static RepositoryId ofOrigin(String url) {
    for (Pattern form : new Pattern[] {URL, SCP_LIKE}) {
      Matcher matcher = form.matcher(url.strip());
      if (matcher.matches()) {
        return new RepositoryId(normalised(matcher.group("host"), matcher.group("path")));
      }
    }
    return new RepositoryId("path:" + withoutSuffix(url.strip()));
  }

  /** {@return the identity of a repository without an origin, by its first commit} */
  public static RepositoryId ofRootCommit(CommitId root) {
    return new RepositoryId("root:" + root);
  }

  /**
   * {@return the identity of a folder without history}
   *
   * @param realPath absolute, with links resolved
   */
  public static RepositoryId ofPath(Path realPath) {
    return new RepositoryId("path:" + realPath.toString().replace('\\', '/'));
  }

  @Override
  public String toString() {
    return value;
  }

  private static String normalised(String host, String path) {
    String server = host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    String place = withoutSuffix(path.replaceFirst("^/+", ""));
    return server.isEmpty() ? "path:/" + place : server + "/" + place;
  }

  private static String withoutSuffix(String path) {
    return path.replaceFirst("/+$", "").replaceFirst("\\.git$", "").replaceFirst("/+$", "");
  }
}
