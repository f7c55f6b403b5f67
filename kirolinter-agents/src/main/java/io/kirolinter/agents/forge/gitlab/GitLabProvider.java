package io.kirolinter.agents.forge.gitlab;

import io.kirolinter.agents.forge.http.ForgeHttp;
import io.kirolinter.agents.forge.http.ForgeHttp.ForgeLimits;
import io.kirolinter.core.forge.Forge;
import io.kirolinter.core.forge.ForgeConnection;
import io.kirolinter.core.forge.ForgeProvider;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** GitLab: its cloud, and servers of one's own. */
public final class GitLabProvider implements ForgeProvider {

  private final ForgeLimits limits;

  public GitLabProvider(ForgeLimits limits) {
    this.limits = limits;
  }

  @Override
  public String kind() {
    return "gitlab";
  }

  @Override
  public boolean isAt(String host) {
    return host.contains("gitlab");
  }

  @Override
  public String home() {
    return "gitlab.com";
  }

  @Override
  public List<String> tokenVariables() {
    return List.of("KIROLINTER_GITLAB_TOKEN", "GITLAB_TOKEN");
  }

  @Override
  public List<String> hostVariables() {
    return List.of("CI_SERVER_URL", "GITLAB_HOST");
  }

  @Override
  public String loginName() {
    return "oauth2";
  }

  @Override
  public Forge connect(ForgeConnection connection) {
    URI api = connection.api().orElseGet(() -> URI.create(connection.project().site() + "/api/v4"));
    return new GitLab(ForgeHttp.of(limits, connection, Map.of()), api, connection.project());
  }
}
