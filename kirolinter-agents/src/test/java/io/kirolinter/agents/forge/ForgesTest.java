package io.kirolinter.agents.forge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.forge.github.GitHubProvider;
import io.kirolinter.agents.forge.gitlab.GitLabProvider;
import io.kirolinter.agents.forge.http.ForgeHttp.ForgeLimits;
import io.kirolinter.agents.git.HttpLogin;
import io.kirolinter.agents.retry.Retries;
import io.kirolinter.agents.testkit.TestContext;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.settings.ProposalSettings;
import io.kirolinter.core.settings.SettingsReader;
import io.kirolinter.core.settings.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgesTest {

  @TempDir Path temp;
  private TestRepository made;

  @BeforeEach
  void makeRepository() {
    made = TestRepository.init(temp.resolve("a"));
    made.git("config", "credential.helper", "");
  }

  @Test
  void takesTheFirstTokenOfTheEnvironmentThatIsForTheHost() {
    origin("git@github.com:acme/tool.git");

    ForgeLink link =
        forges(Map.of("GITHUB_TOKEN", "second", "GH_TOKEN", " first ")).link(made.open());

    assertThat(link.forge().project()).isEqualTo("github.com/acme/tool");
    HttpLogin login = link.login().orElseThrow();
    assertThat(login.password().reveal()).isEqualTo("first");
    assertThat(login.user()).isEqualTo("x-access-token");
    assertThat(link.toString()).doesNotContain("first");
  }

  @Test
  void sendsATokenToNoOtherHostThatARepositoryNames() {
    origin("https://github.evil.example/acme/tool.git");
    Map<String, String> variables = Map.of("GITHUB_TOKEN", "secret");

    assertThatThrownBy(() -> forges(variables).link(made.open()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("there is no token for github.evil.example")
        .hasMessageNotContaining("secret");
    assertThat(forges(variables).login("https://github.evil.example/a/b")).isEmpty();
    assertThat(forges(variables).login("https://github.com/a/b")).isPresent();
    assertThat(forges(variables).login("ssh://git@github.com/a/b")).isEmpty();
  }

  @Test
  void sendsATokenToAServerThatTheEnvironmentOrTheUserNames() {
    origin("https://github.acme.example/acme/tool.git");

    assertThat(
            forges(Map.of("GITHUB_TOKEN", "t", "GITHUB_SERVER_URL", "https://github.acme.example"))
                .link(made.open())
                .login())
        .isPresent();

    origin("https://code.acme.example/acme/tool.git");
    String user = "proposals: {forges: [{host: code.acme.example, kind: gitlab}]}";
    assertThat(forges(Map.of("GITLAB_TOKEN", "t"), user).link(made.open()).login()).isPresent();
  }

  @Test
  void asksGitsStoredLoginssWhereTheEnvironmentHasNone() throws IOException {
    origin("https://gitlab.acme.example/acme/tool.git");
    Path helper = temp.resolve("helper");
    Files.writeString(
        helper,
        """
        #!/bin/sh
        grep -q '^host=gitlab.acme.example$' && printf 'username=ada\\npassword=kept\\n'
        """);
    assertThat(helper.toFile().setExecutable(true)).isTrue();
    made.git("config", "--add", "credential.helper", helper.toString());

    ForgeLink link = forges(Map.of()).link(made.open());

    assertThat(link.forge().project()).isEqualTo("gitlab.acme.example/acme/tool");
    assertThat(link.login()).isEmpty(); // git has it by itself
  }

  @Test
  void saysWhatIsMissing() {
    assertRefused("it has no remote 'origin'");
    origin("/srv/git/tool.git");
    assertRefused("its remote 'origin' leads to no server");
    origin("https://code.example.org/acme/tool.git");
    assertRefused(
        "nobody said what kind of forge is at code.example.org (known kinds: github, gitlab)");
    origin("http://github.com/acme/tool.git");
    assertRefused("a token sent to http://github.com could be read on the way");
    origin("https://github.com/acme/tool.git");
    assertRefused("there is no token for github.com; expected one in KIROLINTER_GITHUB_TOKEN");
  }

  private void assertRefused(String words) {
    assertThatThrownBy(() -> forges(Map.of()).link(made.open()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(words);
  }

  private void origin(String url) {
    if (made.git("remote").isEmpty()) {
      made.git("remote", "add", "origin", url);
    } else {
      made.git("remote", "set-url", "origin", url);
    }
  }

  private static Forges forges(Map<String, String> variables) {
    return forges(variables, "{}");
  }

  private static Forges forges(Map<String, String> variables, String user) {
    ForgeLimits limits =
        new ForgeLimits(
            Retries.by(RetryPolicy.never(), () -> 0, time -> {}),
            Duration.ofSeconds(1),
            TestContext.CLOCK);
    ProposalSettings settings =
        SettingsReader.knowing(new Vocabulary(Set.of(), Set.of()))
            .read("config.yaml", user.getBytes(UTF_8))
            .proposals();
    return Forges.of(
        variables, settings, List.of(new GitHubProvider(limits), new GitLabProvider(limits)));
  }
}
