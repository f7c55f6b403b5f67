package io.kirolinter.agents.forge;

import io.kirolinter.agents.git.HttpLogin;
import io.kirolinter.agents.git.Remote;
import io.kirolinter.agents.git.StoredLogins;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.forge.ForgeConnection;
import io.kirolinter.core.forge.ForgeProject;
import io.kirolinter.core.forge.ForgeProvider;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.secret.Secret;
import io.kirolinter.core.settings.ProposalSettings;
import io.kirolinter.core.settings.ProposalSettings.ForgeHost;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the forge of a repository, and the token for it: in the environment, else by git's
 * credential helpers. A token of the environment is sent to the hosts that it is for, and to no
 * other that a repository may name. Safe for use by many threads.
 */
public final class Forges {

  private static final String ORIGIN = "origin";
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Map<String, String> variables;
  private final List<ForgeHost> hosts;
  private final List<ForgeProvider> providers;

  private Forges(
      Map<String, String> variables, List<ForgeHost> hosts, List<ForgeProvider> providers) {
    this.variables = Map.copyOf(variables);
    this.hosts = List.copyOf(hosts);
    this.providers = List.copyOf(providers);
  }

  /**
   * {@return the forges of a user}
   *
   * @param variables of the environment
   * @param ofUser says what hosts are whose names do not tell
   */
  public static Forges of(
      Map<String, String> variables, ProposalSettings ofUser, List<ForgeProvider> providers) {
    return new Forges(variables, ofUser.forges(), providers);
  }

  /** {@return no forges} */
  public static Forges none() {
    return new Forges(Map.of(), List.of(), List.of());
  }

  /**
   * {@return the ways to the project that the remote {@code origin} leads to; nothing is asked of
   * it yet}
   *
   * @throws InvalidRequestException if there is no such remote, it leads to no forge that is known,
   *     or there is no token
   */
  public ForgeLink link(Repository repository) {
    Remote remote = Remote.of(repository, ORIGIN);
    String url = remote.url().orElseThrow(() -> refused(repository, "it has no remote 'origin'"));
    ForgeProject project =
        ForgeProject.of(url)
            .orElseThrow(() -> refused(repository, "its remote 'origin' leads to no server"));
    ForgeProvider provider = provider(repository, project);
    requirePrivate(repository, project.site());
    Optional<Secret> token = token(provider, project);
    HttpLogin login =
        token
            .map(secret -> new HttpLogin(project.site(), provider.loginName(), secret))
            .or(() -> helped(repository, project))
            .orElseThrow(() -> noToken(provider, project));
    return new ForgeLink(
        provider.connect(new ForgeConnection(project, api(repository, project), login.password())),
        remote,
        token.map(own -> login));
  }

  /** {@return with what git is let in at an address; empty where git has to know by itself} */
  public Optional<HttpLogin> login(String url) {
    return ForgeProject.of(url)
        .filter(project -> isPrivate(project.site()) && url.startsWith("http"))
        .flatMap(
            project ->
                known(project)
                    .flatMap(
                        provider ->
                            token(provider, project)
                                .map(
                                    token ->
                                        new HttpLogin(
                                            project.site(), provider.loginName(), token))));
  }

  private ForgeProvider provider(Repository repository, ForgeProject project) {
    return known(project)
        .orElseThrow(
            () ->
                refused(
                    repository,
                    "nobody said what kind of forge is at %s (known kinds: %s)"
                        .formatted(
                            project.host(),
                            providers.stream()
                                .map(ForgeProvider::kind)
                                .collect(Collectors.joining(", ")))));
  }

  private Optional<ForgeProvider> known(ForgeProject project) {
    Optional<String> told = host(project).map(ForgeHost::kind);
    return providers.stream()
        .filter(
            one ->
                told.map(kind -> kind.equals(one.kind())).orElseGet(() -> one.isAt(project.host())))
        .findFirst();
  }

  private Optional<ForgeHost> host(ForgeProject project) {
    return hosts.stream().filter(one -> one.host().equals(project.host())).findFirst();
  }

  private Optional<URI> api(Repository repository, ForgeProject project) {
    Optional<URI> api = host(project).flatMap(ForgeHost::api);
    api.ifPresent(address -> requirePrivate(repository, address));
    return api;
  }

  private Optional<Secret> token(ForgeProvider provider, ForgeProject project) {
    boolean isFor =
        project.host().equals(provider.home())
            || host(project).isPresent()
            || provider.hostVariables().stream()
                .flatMap(name -> Stream.ofNullable(variables.get(name)))
                .anyMatch(named -> isHost(named, project.host()));
    return isFor
        ? provider.tokenVariables().stream()
            .map(name -> variables.getOrDefault(name, "").strip())
            .filter(text -> !text.isEmpty())
            .map(Secret::of)
            .findFirst()
        : Optional.empty();
  }

  /** {@code https://git.example.org/} or {@code git.example.org}. */
  private static boolean isHost(String named, String host) {
    return named.strip().replaceFirst("^https?://", "").replaceFirst("[:/].*$", "").equals(host);
  }

  private static Optional<HttpLogin> helped(Repository repository, ForgeProject project) {
    return StoredLogins.login(repository, project.site(), project.path());
  }

  private static void requirePrivate(Repository repository, URI address) {
    if (!isPrivate(address)) {
      throw refused(repository, "a token sent to " + address + " could be read on the way");
    }
  }

  private static boolean isPrivate(URI address) {
    return "https".equals(address.getScheme()) || THIS_MACHINE.contains(address.getHost());
  }

  private static InvalidRequestException noToken(ForgeProvider provider, ForgeProject project) {
    return new InvalidRequestException(
        ErrorMessage.cannot("open", "pull requests at", project.shown())
            .found("there is no token for " + project.host())
            .expected(
                "one in %s, or one that git's credential helpers know"
                    .formatted(String.join(", ", provider.tokenVariables())))
            .remedy("Set it, or run without --create-pr; docs/proposals.md has more."));
  }

  private static InvalidRequestException refused(Repository repository, String found) {
    return new InvalidRequestException(
        ErrorMessage.cannot("open", "pull requests for", repository.location().toString())
            .found(found)
            .expected("a remote 'origin' at a forge that is known, over https or ssh")
            .remedy(
                "Run without --create-pr, or name the forge in your config.yaml:"
                    + " docs/proposals.md."));
  }
}
