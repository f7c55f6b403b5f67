package io.kirolinter.cli.command.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.SampleCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --repo} with an address in place of a path. */
class RepositoryAddressTest {

  @TempDir Path temp;
  private TestRepository origin;
  private Cli cli;
  private String address;

  @BeforeEach
  void makeOrigin() {
    origin = SampleCode.repository(temp.resolve("origin"));
    cli = Cli.in(temp, temp.resolve("home"));
    address = "file://" + origin.folder();
  }

  @Test
  void runsAWorkflowOnACopyAndLeavesTheOriginAsItWas() {
    String before = origin.state();

    JsonNode run = workflow("full_review");

    assertThat(run.get("status").textValue()).isEqualTo("succeeded");
    assertThat(run.get("fixes").get("applied").intValue()).isEqualTo(1);
    assertThat(run.get("baseCommit").textValue()).isEqualTo(origin.head().value());
    assertThat(origin.state()).isEqualTo(before);
    assertThat(origin.git("branch", "--list", "kirolinter/*")).isEmpty();
  }

  @Test
  void aLocalCloneAndTheAddressShareTheirRuns() {
    String id = workflow("monitor").get("runId").textValue();
    origin.cloneTo(temp.resolve("clone"));

    String listed = cli.run("agent", "runs", "--repo", "clone").exitedWith(0).out();

    assertThat(listed).contains(id);
    assertThat(cli.run("agent", "runs", "--repo", address).exitedWith(0).out()).contains(id);
  }

  @Test
  void fixesGoToABranchAsThereIsNoCheckout() {
    assertThat(workflow("quick_fix").get("status").textValue()).isEqualTo("succeeded");
  }

  @Test
  void refusesWhatNeedsACheckout() {
    assertThat(cli.run("config", "init", "--repo", address).exitedWith(2).err())
        .contains("it is an address");
    assertThat(
            cli.run(
                    "agent",
                    "workflow",
                    "--repo",
                    address,
                    "--template",
                    "monitor",
                    "--mode",
                    "background")
                .exitedWith(2)
                .err())
        .contains("which nothing fetches from");
    assertThat(cli.run("agent", "predict", "--repo", "https://u:pw@h/a/b").exitedWith(2).err())
        .contains("without a login")
        .doesNotContain("pw@");
  }

  private JsonNode workflow(String template) {
    return cli.run(
            "agent", "workflow", "--repo", address, "--template", template, "--format", "json")
        .exitedWith(0)
        .json();
  }
}
