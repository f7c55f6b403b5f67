package io.kirolinter.agents.forge.github;

import io.kirolinter.agents.forge.http.ForgeHttp;
import io.kirolinter.agents.forge.http.ForgeHttp.ForgeLimits;
import io.kirolinter.core.forge.Forge;
import io.kirolinter.core.forge.ForgeConnection;
import io.kirolinter.core.forge.ForgeProject;
import io.kirolinter.core.forge.ForgeProvider;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** GitHub: its cloud, GitHub Enterprise Cloud, and GitHub Enterprise Server. */
public final class GitHubProvider implements ForgeProvider {

  private static final String HOME = "github.com";
  private static final String ENTERPRISE_CLOUD = ".ghe.com";

  private static final Map<String, String> HEADERS =
      Map.of("Accept", "application/vnd.github+json", "X-GitHub-Api-Version", "2022-11-28");

  private final ForgeLimits limits;

  public GitHubProvider(ForgeLimits limits) {
    this.limits = limits;
  }

  @Override
  public String kind() {
    return "github";
  }

  @Override
  public boolean isAt(String host) {
    return host.contains("github") || host.endsWith(ENTERPRISE_CLOUD);
  }

  @Override
  public String home() {
    return HOME;
  }

  @Override
  public List<String> tokenVariables() {
    return List.of("KIROLINTER_GITHUB_TOKEN", "GH_TOKEN", "GITHUB_TOKEN");
  }

  @Override
  public List<String> hostVariables() {
    return List.of("GITHUB_SERVER_URL", "GH_HOST");
  }

  @Override
  public String loginName() {
    return "x-access-token";
  }

  @Override
  public Forge connect(ForgeConnection connection) {
    URI api = connection.api().orElseGet(() -> api(connection.project()));
    return new GitHub(ForgeHttp.of(limits, connection, HEADERS), api, connection.project());
  }

  static URI api(ForgeProject project) {
    String host = project.host();
    if (host.equals(HOME) || host.endsWith(ENTERPRISE_CLOUD)) {
      return URI.create("https://api." + host);
    }
    return URI.create(project.site() + "/api/v3");
  }
}
