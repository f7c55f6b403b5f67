package io.kirolinter.cli.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.git.Repositories;
import io.kirolinter.agents.standard.StandardAgents;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingExampleTest {

  private static final Path README = Path.of("../README.md");
  private static final Path THIS_FILE =
      Path.of("src/test/java/io/kirolinter/cli/example/EmbeddingExampleTest.java");

  @TempDir Path folder;

  // The README shows the lines between the marks.
  // begin of example
  static Run review(Path checkout, Path data) throws InterruptedException {
    try (var stores = EmbeddedStores.open(data, InstantSource.system());
        var coordinator =
            Coordinator.builder()
                .agents(StandardAgents.withDefaults())
                .stores(stores)
                .clock(InstantSource.system())
                .random(RandomGenerator.getDefault())
                .folder(data.resolve("runs"))
                .build()) {
      var repository = Repositories.open(checkout);
      return coordinator.run("full_review", repository, RunRequest.autonomous());
    }
  }

  // end of example

  @Test
  void theExampleRunsAFullReview() throws Exception {
    Path checkout = Checkouts.withUnusedImport(folder.resolve("checkout"));

    Run run = review(checkout, folder.resolve("data"));

    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(run.state().steps()).hasSize(5);
  }

  @Test
  void theReadmeShowsExactlyThisExample() throws Exception {
    String example =
        between(Files.readString(THIS_FILE), "// begin of example\n(.*?)\n\n *// end of");

    assertThat(Files.readString(README)).contains(example.stripIndent());
  }

  private static String between(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
