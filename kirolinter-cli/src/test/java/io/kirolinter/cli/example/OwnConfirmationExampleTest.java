package io.kirolinter.cli.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.git.Repositories;
import io.kirolinter.agents.standard.StandardAgents;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunAnswer;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunRequest;
import io.kirolinter.workflow.question.Confirmation;
import io.kirolinter.workflow.question.FixAnswer;
import io.kirolinter.workflow.question.FixQuestion;
import io.kirolinter.workflow.question.StepQuestion;
import io.kirolinter.workflow.question.StepReply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tool that asks in its own way, as {@code docs/interactive.md} shows it. */
class OwnConfirmationExampleTest {

  private static final Path PAGE = Path.of("../docs/interactive.md");
  private static final Path THIS_FILE =
      Path.of("src/test/java/io/kirolinter/cli/example/OwnConfirmationExampleTest.java");

  @TempDir Path folder;

  // The page shows the lines between the marks.
  // begin of example
  /** Shows questions in a window of its own. */
  static final class WindowConfirmation implements Confirmation {

    private final List<String> window = new ArrayList<>(); // in place of a real one

    @Override
    public StepReply ask(StepQuestion question) {
      window.add(question.step().sentence() + " " + question.preview().figures());
      question.ifSkipped().forEach(effect -> window.add(effect.toString()));
      return StepReply.of(question.offersFixes() ? Answer.ONE_BY_ONE : Answer.YES);
    }

    @Override
    public FixAnswer askFix(FixQuestion question) {
      window.add(question.fix().finding().message());
      window.add(question.fix().diff().get().orElse("The file has changed."));
      return FixAnswer.ACCEPT;
    }

    @Override
    public String person() {
      return "Ada";
    }
  }

  // end of example

  @Test
  void isAskedWhatTheTerminalAsks() throws Exception {
    Path checkout = Checkouts.withUnusedImport(folder.resolve("checkout"));
    Path data = folder.resolve("data");
    WindowConfirmation ada = new WindowConfirmation();

    Run run;
    try (var stores = EmbeddedStores.open(data, InstantSource.system());
        var coordinator =
            Coordinator.builder()
                .agents(StandardAgents.withDefaults())
                .stores(stores)
                .clock(InstantSource.system())
                .random(RandomGenerator.getDefault())
                .folder(data.resolve("runs"))
                .build()) {
      run = coordinator.run("quick_fix", Repositories.open(checkout), RunRequest.interactive(ada));
    }

    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(run.state().dialogue().answers())
        .extracting(RunAnswer::answer)
        .containsExactly("yes", "one-by-one", "accept");
    assertThat(String.join("\n", ada.window))
        .contains("1 safe fix of 1 rule in 1 file, written to the checkout")
        .contains("'fix' cannot run then: it needs the review")
        .contains("-import java.util.");
  }

  @Test
  void thePageShowsExactlyThisExample() throws Exception {
    Matcher example =
        Pattern.compile("// begin of example\n(.*?)\n\n *// end of", Pattern.DOTALL)
            .matcher(Files.readString(THIS_FILE));
    assertThat(example.find()).isTrue();

    assertThat(Files.readString(PAGE)).contains(example.group(1).stripIndent());
  }
}
