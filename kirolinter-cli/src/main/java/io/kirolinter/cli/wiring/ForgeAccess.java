package io.kirolinter.cli.wiring;

import io.kirolinter.agents.forge.Forges;
import io.kirolinter.agents.forge.github.GitHubProvider;
import io.kirolinter.agents.forge.gitlab.GitLabProvider;
import io.kirolinter.agents.forge.http.ForgeHttp.ForgeLimits;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.core.forge.ForgeProvider;
import io.kirolinter.core.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The forges that a user can reach: the built-in kinds, and those on the class path. */
final class ForgeAccess {

  private static final Duration ATTEMPT = Duration.ofSeconds(30);

  private ForgeAccess() {}

  static Forges of(Environment environment, Settings ofUser) {
    ForgeLimits limits = new ForgeLimits(Reach.retries(environment), ATTEMPT, environment.clock());
    List<ForgeProvider> providers =
        Stream.concat(
                Stream.of(new GitHubProvider(limits), new GitLabProvider(limits)),
                ServiceLoader.load(ForgeProvider.class).stream().map(ServiceLoader.Provider::get))
            .toList();
    return Forges.of(environment.variables(), ofUser.proposals(), providers);
  }
}
