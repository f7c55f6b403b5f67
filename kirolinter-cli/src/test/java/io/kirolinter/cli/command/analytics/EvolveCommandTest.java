package io.kirolinter.cli.command.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.FileTree;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.cli.testkit.SampleCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("agent evolve")
class EvolveCommandTest {

  private static final String SLOW =
      """
      name: slow
      description: Looks twice before it fixes.
      steps:
        - predict
        - analyze
        - fix
      """;

  @TempDir Path temp;
  private TestRepository repository;
  private Cli cli;

  @BeforeEach
  void makeRepository() throws IOException {
    repository = SampleCode.repository(temp.resolve("repository"));
    repository.write("README.md", "Hello\n").commit("second");
    cli = Cli.in(repository.folder(), temp.resolve("home"));
    Path file = temp.resolve("slow.yaml");
    Files.writeString(file, SLOW);
    cli.run("agent", "templates", "add", file.toString()).exitedWith(0);
  }

  @Test
  void saysHowToBeginAndThatThereIsNoChampionYet() {
    assertThat(evolve().exitedWith(0).out())
        .startsWith("full_review does not evolve yet: it has no challengers.")
        .contains("--mine", "--challenger");
    assertThat(evolve("--format", "json").exitedWith(0).json().get("begun").booleanValue())
        .isFalse();
    assertThat(cli.run("agent", "workflow", "--template", "auto").exitedWith(2).err())
        .startsWith("Cannot start workflow 'auto': no template of this repository evolves")
        .contains("Begin with 'kirolinter agent evolve");
  }

  @Test
  void setsATemplateAgainstTheChampionAndSaysWhatIsGuaranteed() {
    Outcome outcome = evolve("--template", "quick_fix", "--challenger", "slow").exitedWith(0);

    assertThat(outcome.out())
        .startsWith("quick_fix, after 0 runs")
        .containsPattern("Champion +quick_fix-[0-9a-f]{8} +no runs yet")
        .containsPattern("Challenger +quick_fix-[0-9a-f]{8}")
        .contains("predict, analyze, fix", "from template 'slow'")
        .contains("A challenger is promoted at evidence 33 (era 0, 1 challenger, alpha 0.05).")
        .contains("The guarantee: Over the life of this lineage", "at most 5 %");
  }

  @Test
  void triesVersionsOnCommitsOfTheirOwnAndTouchesNothing() throws IOException {
    FileTree before = FileTree.of(repository.folder());
    evolve("--template", "quick_fix", "--challenger", "slow").exitedWith(0);
    Files.createDirectories(temp.resolve("home/evolution/left-by-a-killed-process/clone"));

    Outcome outcome = evolve("--runs", "5").exitedWith(0);

    assertThat(outcome.err())
        .containsPattern("run 1: quick_fix-[0-9a-f]{8} on " + repository.head().value())
        .contains("run 2: ", "was useful, 1 finding removed")
        .contains("2 of 5 runs: there is no other commit that none of these was on");
    JsonNode report = evolve("--format", "json").exitedWith(0).json();
    assertThat(report.get("runs").intValue()).isEqualTo(2);
    assertThat(report.get("challengers").get(0).get("evidence").doubleValue()).isPositive();
    assertThat(report.get("history")).hasSize(2);
    assertThat(FileTree.of(repository.folder())).isEqualTo(before);
    assertThat(temp.resolve("home/evolution")).isEmptyDirectory();
    assertThat(cli.run("agent", "runs", "--format", "json").exitedWith(0).json()).isEmpty();
  }

  @Test
  void runsTheChampionAsAuto() {
    evolve("--template", "quick_fix", "--challenger", "slow").exitedWith(0);
    String champion =
        evolve("--format", "json").exitedWith(0).json().at("/champion/version").textValue();

    JsonNode run =
        cli.run("agent", "workflow", "--template", "auto", "--dry-run", "--format", "json")
            .exitedWith(0)
            .json();

    assertThat(run.get("template").textValue()).isEqualTo(champion);
    assertThat(run.get("status").textValue()).isEqualTo("succeeded");
  }

  @Test
  void looksForChallengersInTheRunsSoFar() {
    cli.run("agent", "workflow", "--template", "quick_fix").exitedWith(0);
    assertThat(evolve("--template", "quick_fix", "--mine").exitedWith(0).err())
        .contains(
            "looked at 1 run, found 0 patterns of useful or other runs, made 0 new challengers");
    assertThat(evolve().exitedWith(0).out())
        .contains("No challengers, so every run is the champion's.");
  }

  @Test
  void takesChallengersOutAndIsSwitchedOnInTheBackground() {
    evolve("--template", "quick_fix", "--challenger", "slow").exitedWith(0);
    String challenger =
        evolve("--format", "json").json().at("/challengers/0/version/version").textValue();

    assertThat(
            evolve("--background", "on", "--format", "json")
                .json()
                .get("background")
                .booleanValue())
        .isTrue();
    assertThat(evolve("--drop", challenger, "--format", "json").json().get("challengers"))
        .isEmpty();
    assertThat(evolve("--drop", challenger).exitedWith(2).err()).contains("is none of []");
  }

  @Test
  void refusesWhatCannotEvolve() throws IOException {
    assertThat(evolve("--template", "monitor").exitedWith(2).err())
        .startsWith("Cannot evolve template 'monitor': it has no step 'fix'");
    assertThat(evolve("--template", "nothing").exitedWith(2).err()).contains("no such template");
    assertThat(evolve("--runs", "0").exitedWith(2).err()).startsWith("Cannot use option '--runs'");
    assertThat(evolve("--runs", "1").exitedWith(2).err()).contains("it has no challengers");
    repository
        .write(".kirolinter.yaml", "templates:\n  theirs:\n    steps: [analyze, fix]\n")
        .commit("a template");
    assertThat(evolve("--challenger", "theirs").exitedWith(2).err())
        .contains("it is defined by the repository", "agent templates add");
  }

  @Test
  void keepsTheNameOfTheChampionForItself() throws IOException {
    Path file = temp.resolve("auto.yaml");
    Files.writeString(file, "name: auto\nsteps: [analyze, fix]\n");
    assertThat(cli.run("agent", "templates", "add", file.toString()).exitedWith(2).err())
        .contains("this name is that of the champion");
  }

  private Outcome evolve(String... more) {
    String[] all = new String[more.length + 2];
    all[0] = "agent";
    all[1] = "evolve";
    System.arraycopy(more, 0, all, 2, more.length);
    return cli.run(all);
  }
}
