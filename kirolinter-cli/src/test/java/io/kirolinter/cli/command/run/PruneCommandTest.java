package io.kirolinter.cli.command.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.SampleCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept, for how long, and what is deleted then. */
class PruneCommandTest {

  @TempDir Path temp;
  private TestRepository repository;
  private Cli cli;

  @BeforeEach
  void makeRepository() {
    repository = SampleCode.repository(temp.resolve("repository"));
    cli = Cli.in(repository.folder(), temp.resolve("home"));
  }

  @Test
  void deletesWhatIsOlderThanAsked() {
    String old = start("maintenance");
    cli.clock().advance(Duration.ofDays(8));
    String young = start("monitor");

    JsonNode pruned = json("agent", "prune", "--keep", "7d");

    assertThat(pruned.get("runs").intValue()).isEqualTo(1);
    assertThat(runs()).isEqualTo("[\"%s\"]".formatted(young));
    assertThat(temp.resolve("home/runs").resolve(old)).doesNotExist();
    assertThat(cli.run("agent", "prune").exitedWith(0).out())
        .isEqualTo(
            "Deleted 0 runs, 0 observations and 0 experiments; 0 kB given back to the disk.\n");
  }

  @Test
  void deletesTheOldestBeyondTheNumberAsked() {
    start("monitor");
    cli.clock().advance(Duration.ofMinutes(1));
    String young = start("monitor");

    cli.run("agent", "prune", "--keep-runs", "1").exitedWith(0);

    assertThat(runs()).isEqualTo("[\"%s\"]".formatted(young));
  }

  @Test
  void keepsARunWhoseProposalIsOpenAndSaysSo() {
    String run = start("full_review");
    cli.clock().advance(Duration.ofDays(400));

    assertThat(cli.run("agent", "prune").exitedWith(0).out())
        .endsWith(
            "Kept beyond their time: 1 run with an open proposal, or files that can be restored.\n");
    assertThat(cli.run("agent", "undo", run).exitedWith(0).out()).contains("integrate");
    assertThat(json("agent", "prune").get("runs").intValue()).isEqualTo(1);
    assertThat(runs()).isEqualTo("[]");
  }

  @Test
  void keepsWhatCanBeRestoredFromTheCount() throws Exception {
    byte[] before = Files.readAllBytes(repository.folder().resolve(SampleCode.GREETING));
    String run = start("quick_fix");
    cli.clock().advance(Duration.ofMinutes(1));
    start("monitor");

    assertThat(json("agent", "prune", "--keep-runs", "1").get("runsInUse").intValue()).isEqualTo(1);
    cli.run("agent", "undo", run).exitedWith(0);

    assertThat(repository.folder().resolve(SampleCode.GREETING)).hasBinaryContent(before);
  }

  @Test
  void everyRunDeletesWhatIsOldOnceADay() {
    String first = start("monitor");
    cli.clock().advance(Duration.ofDays(91));

    String second = start("monitor");

    assertThat(runs()).contains(second).doesNotContain(first);
  }

  @Test
  void theTimeThatTheEnvironmentNamesHoldsForRunsToo() {
    cli.with("KIROLINTER_KEEP", "none").with("KIROLINTER_KEEP_RUNS", "2");
    String first = start("monitor");
    cli.clock().advance(Duration.ofDays(4000));
    String second = start("monitor");
    assertThat(runs()).contains(first, second);
    cli.clock().advance(Duration.ofDays(2));

    start("monitor");

    assertThat(runs()).contains(second).doesNotContain(first);
  }

  @Test
  void removesTheWorktreeOfAKilledRunButNoneThatAPersonCommittedIn() {
    Path killed = worktreeOf(start("monitor"));
    Path taken = worktreeOf(start("maintenance"));
    repository.git("-C", taken.toString(), "commit", "--allow-empty", "-m", "Mine");
    Path foreign = temp.resolve("foreign");
    repository.git("worktree", "add", "--detach", foreign.toString());

    assertThat(cli.run("agent", "prune").exitedWith(0).out())
        .endsWith("Removed worktree %s, which a run had left.\n".formatted(killed));

    assertThat(killed).doesNotExist();
    assertThat(taken).isDirectory();
    assertThat(foreign).isDirectory();
    assertThat(repository.git("worktree", "list")).doesNotContain(killed.toString());
  }

  /** As it stands if the process is killed while the verify command goes. */
  private Path worktreeOf(String run) {
    Path place = temp.resolve("home/runs").resolve(run).resolve("verify");
    repository.git("worktree", "add", "--detach", place.toString());
    return place;
  }

  @Test
  void aTimeThatIsNoneIsRefused() {
    assertThat(cli.run("agent", "prune", "--keep", "soon").exitedWith(2).err())
        .contains("Cannot use interval 'soon'");
    assertThat(cli.run("agent", "prune", "--keep-runs", "-3").exitedWith(2).err())
        .contains("Cannot use limit '-3'");
  }

  private String runs() {
    return json("agent", "runs").findValues("runId").toString();
  }

  private String start(String template) {
    return json("agent", "workflow", "--template", template).get("runId").textValue();
  }

  private JsonNode json(String... command) {
    String[] all = Arrays.copyOf(command, command.length + 2);
    all[command.length] = "--format";
    all[command.length + 1] = "json";
    return cli.run(all).exitedWith(0).json();
  }
}
