package io.kirolinter.agents.git;

import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.secret.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The names and passwords that git's credential helpers keep. Nobody is asked. */
public final class StoredLogins {

  private StoredLogins() {}

  /**
   * {@return with what git would say who it is; empty if no helper knows}
   *
   * @param path of the repository at the site, without a slash before it
   */
  public static Optional<HttpLogin> login(Repository repository, URI site, String path) {
    String question =
        "protocol=%s\nhost=%s\npath=%s\n\n".formatted(site.getScheme(), site.getAuthority(), path);
    Git.Outcome outcome =
        Remote.quiet(Git.in(repository.location()), Optional.empty())
            .feeding(
                out -> out.write(question.getBytes(StandardCharsets.UTF_8)), "credential", "fill");
    Map<String, String> answers = outcome.ok() ? answers(outcome.output()) : Map.of();
    String password = answers.getOrDefault("password", "");
    return password.isBlank()
        ? Optional.empty()
        : Optional.of(
            new HttpLogin(site, answers.getOrDefault("username", ""), Secret.of(password)));
  }

  private static Map<String, String> answers(String output) {
    return output
        .lines()
        .filter(line -> line.indexOf('=') > 0)
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, other) -> other));
  }
}
