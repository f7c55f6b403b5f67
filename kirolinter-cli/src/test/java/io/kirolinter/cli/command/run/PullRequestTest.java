package io.kirolinter.cli.command.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.agents.testkit.forge.ForgeServer;
import io.kirolinter.agents.testkit.forge.ForgeServer.Kind;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.cli.testkit.SampleCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --create-pr}, against a forge on this machine. */
class PullRequestTest {

  @TempDir Path temp;
  private TestRepository repository;
  private Cli cli;
  private ForgeServer forge;

  @BeforeEach
  void makeRepository() throws IOException {
    repository = SampleCode.repository(temp.resolve("repository"));
    cli = Cli.in(repository.folder(), temp.resolve("home"));
    forge =
        ForgeServer.startUnchecked(Kind.GITHUB, temp.resolve("forge"), () -> cli.clock().instant());
    repository.git("push", "--quiet", forge.repository().toString(), "main");
    repository.git("remote", "add", "origin", forge.url());
    Files.createDirectories(temp.resolve("home"));
    Files.writeString(
        temp.resolve("home/config.yaml"),
        "proposals: {forges: [{host: 127.0.0.1, kind: github}]}\n");
  }

  @AfterEach
  void stopForge() {
    forge.close();
  }

  @Test
  void aForgeThatIsAwayMakesTheRunPartialAndTheNextRunOpensThePullRequest() throws IOException {
    cli.with("GITHUB_TOKEN", ForgeServer.TOKEN);
    forge.setAway(true);

    JsonNode first = cli.run(workflow("--format", "json")).exitedWith(0).json();

    assertThat(first.get("status").textValue()).isEqualTo("partially-succeeded");
    String branch = first.get("branch").textValue();
    assertThat(repository.git("branch", "--list", "kirolinter/*")).contains(branch);
    assertThat(forge.state().requests).isEmpty();

    forge.setAway(false);
    Outcome second = cli.run(workflow()).exitedWith(0);

    assertThat(second.out()).contains("Status: succeeded", "Pull request: http://127.0.0.1:");
    assertThat(forge.state().requests).singleElement().matches(one -> one.branch.equals(branch));
    assertThat(second.out() + second.err() + first).doesNotContain(ForgeServer.TOKEN);
    assertThat(filesWithTheToken()).isEmpty();
  }

  private List<Path> filesWithTheToken() throws IOException {
    try (Stream<Path> files = Files.walk(temp)) {
      return files.filter(Files::isRegularFile).filter(PullRequestTest::hasTheToken).toList();
    }
  }

  private static boolean hasTheToken(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
          .contains(ForgeServer.TOKEN);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void refusesBeforeTheWorkWhatCannotBePublished() {
    repository.git("config", "credential.helper", "");
    assertThat(cli.run(workflow()).exitedWith(2).err())
        .contains("there is no token for 127.0.0.1", "KIROLINTER_GITHUB_TOKEN");
    assertThat(cli.run(workflow("--dry-run")).exitedWith(2).err())
        .contains("its fixes go to no branch");
    assertThat(
            cli.run(
                    "agent",
                    "workflow",
                    "--template",
                    "quick_fix",
                    "--create-pr",
                    "--apply",
                    "branch")
                .exitedWith(2)
                .err())
        .contains("it has no step 'integrate'");
    assertThat(temp.resolve("home/runs")).doesNotExist();
  }

  private static String[] workflow(String... more) {
    return Stream.concat(
            Stream.of("agent", "workflow", "--template", "full_review", "--create-pr"),
            Stream.of(more))
        .toArray(String[]::new);
  }
}
